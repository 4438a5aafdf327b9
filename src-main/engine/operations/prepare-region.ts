import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Deflate } from 'pako';
import type { PlannedRegion } from '../plan/flash-plan';
import { sleep } from '../transport/sleep';
import type { Clock } from '../transport/transport';

/** A planned region made ready for the wire. */
export interface PreparedRegion {
  /** What is sent: the region's bytes, padded with 0xFF to whole words. */
  readonly bytes: Uint8Array;
  /** zlib stream of `bytes` where it is smaller, else null. */
  readonly compressed: Uint8Array | null;
  /** MD5 of what the plan says, without the padding. */
  readonly md5: string;
}

/** Work done between two breaths of the event loop; some ten milliseconds. */
const sliceBytes = 64 * 1024;

/**
 * Pads, compresses and hashes one region, slice by slice, so that a region of many megabytes does not stop
 * the program. When `isWanted` turns false the work ends early and the answer must not be used; an abort
 * rejects with `job.cancelled`.
 */
export async function prepareRegion(
  region: PlannedRegion,
  options: { compress: boolean; clock: Clock; isWanted: () => boolean; signal?: AbortSignal },
): Promise<PreparedRegion> {
  const bytes = padToWords(region.bytes);
  const hash = md5.create();
  let deflate = options.compress && bytes.length > 0 ? startDeflate() : null;
  for (let start = 0; start < bytes.length && options.isWanted(); start += sliceBytes) {
    if (start > 0) await sleep(options.clock, 0, options.signal);
    const end = Math.min(start + sliceBytes, bytes.length);
    hash.update(region.bytes.subarray(start, end));
    deflate?.stream.push(bytes.subarray(start, end), end === bytes.length);
    // Incompressible data is not carried on with once it has grown past its own size.
    if (deflate !== null && deflate.sizeBytes() >= bytes.length) deflate = null;
  }
  return { bytes, compressed: deflate === null ? null : deflate.joined(), md5: bytesToHex(hash.digest()) };
}

function padToWords(bytes: Uint8Array): Uint8Array {
  const missing = -bytes.length & 3;
  if (missing === 0) return bytes;
  const padded = new Uint8Array(bytes.length + missing).fill(0xff);
  padded.set(bytes);
  return padded;
}

function startDeflate(): { stream: Deflate; sizeBytes: () => number; joined: () => Uint8Array } {
  // The classic hash makes the same stream as zlib itself, so that it can be compared with the reference tool's.
  const stream = new Deflate({ level: 9, legacyHash: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  stream.onData = (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  };
  stream.onEnd = () => undefined;
  return {
    stream,
    sizeBytes: () => size,
    joined: () => {
      const all = new Uint8Array(size);
      let offset = 0;
      for (const chunk of chunks) {
        all.set(chunk, offset);
        offset += chunk.length;
      }
      return all;
    },
  };
}

/** MD5 as 32 lower-case hex digits, the form in which loaders report it. */
export function md5Hex(bytes: Uint8Array): string {
  return bytesToHex(md5(bytes));
}
