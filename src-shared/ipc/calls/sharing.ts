/** Ports of this computer that other programs, here or elsewhere, may use over the network. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import { noPayload, path } from './payloads';

/** Who may come: programs on this computer, or everybody in the local network. */
const audience = z.enum(['thisComputer', 'localNetwork']);
export type ShareAudience = z.infer<typeof audience>;

/** Somebody who uses a shared port now. Bytes as they crossed the network. */
export interface SharePeer {
  /** `192.168.1.20:51234` */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
  /** From the peer to the board. */
  readonly receivedBytes: number;
  readonly sentBytes: number;
}

/** A port that is shared. */
export interface PortShare {
  readonly path: string;
  readonly audience: ShareAudience;
  /** What to give to a flashing tool, the likeliest first: `rfc2217://192.168.1.5:4000`. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** Another number than `port` where that one was taken. */
  readonly wantedPort: number;
  readonly peers: readonly SharePeer[];
  /** Who came last while somebody else was there: one at a time. */
  readonly turnedAway: string | null;
  /** The board is gone and may come back in a moment. */
  readonly isAway: boolean;
  /** Why the last peer could not be served; null where there was nothing. */
  readonly problem: AppErrorData | null;
}

/** Requests, by channel. */
export const sharingRequests = {
  'sharing.list': noPayload,
  /** `job.portInUse`, `job.portShared`, `port.*`: of the board's port, and `port.cannotListen`. */
  'sharing.start': z.strictObject({ path, audience, port: z.number().int().min(1).max(65_535) }),
  /** Sends whoever is there away; nothing to do where the port is not shared. */
  'sharing.stop': z.strictObject({ path }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface SharingReplies {
  'sharing.list': readonly PortShare[];
  'sharing.start': PortShare;
  'sharing.stop': null;
}

/** Events, by name. */
export interface SharingEvents {
  'sharing.changed': readonly PortShare[];
  /** One came to its end without being stopped. */
  'sharing.ended': { readonly path: string; readonly error: AppErrorData };
}
