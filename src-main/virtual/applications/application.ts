import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { Clock } from '../../engine/transport/transport';

/** What a running application can reach of its board. */
export interface ApplicationSurroundings {
  readonly chip: ChipDescriptor;
  readonly clock: Clock;
  /** Sends text over the serial line; `onSent` runs when the last byte has left. */
  print(text: string, onSent?: () => void): void;
  /** A software reset, as after an exception. */
  restart(): void;
}

/** An application that does more than print its name. */
export interface RunningApplication {
  /** Bytes that the host sent. */
  hear(bytes: Uint8Array): void;
  /** A reset: nothing of it goes on. */
  stop(): void;
}

/** Starts an application on a board that has just booted. */
export type StartApplication = (surroundings: ApplicationSurroundings) => RunningApplication;

/** Calls `action` every `everyMs` until stopped; `action` gets how often it was called before. */
export function repeat(clock: Clock, everyMs: number, action: (round: number) => void): () => void {
  let cancel = (): void => undefined;
  const next = (round: number): void => {
    cancel = clock.after(everyMs, () => {
      next(round + 1);
      action(round);
    });
  };
  next(0);
  return () => cancel();
}

/** `I (1234) tag: text` in ESP-IDF's colours: red, yellow, green and none. */
export function logLine(level: 'E' | 'W' | 'I' | 'D', atMs: number, tag: string, text: string): string {
  const colour = { E: '31', W: '33', I: '32', D: null }[level];
  const line = `${level} (${Math.round(atMs)}) ${tag}: ${text}`;
  return colour === null ? `${line}\r\n` : `\u001b[0;${colour}m${line}\u001b[0m\r\n`;
}
