import { AppError } from '../../src-shared/errors/app-error';
import type { NorFlash } from './nor-flash';
import type { Random } from './random';

/** Everything that can be made to go wrong, with what its number means and what it is when left out. */
export const troubleKinds = {
  split: { meaning: 'replies arrive in pieces of at most N bytes', fallback: 7 },
  noise: { meaning: 'about one byte in N from the chip is wrong', fallback: 3000 },
  'no-sync': { meaning: 'the first N SYNC commands stay unanswered (without N: all)', fallback: Infinity },
  'unplug-after': { meaning: 'the board is unplugged after N bytes from the host', fallback: 20_000 },
  'reset-after': { meaning: 'the chip resets by itself, once, after N bytes from the host', fallback: 20_000 },
  'weak-bit': { meaning: 'the byte of flash at offset N does not hold one of its bits', fallback: 0x1_0000 },
  'wrong-md5': { meaning: 'the first N digests are wrong (without N: all)', fallback: Infinity },
  'slow-erase': { meaning: 'every erase takes N ms longer', fallback: 20_000 },
  latency: { meaning: 'the USB bridge holds back what it received for N ms', fallback: 16 },
  'drop-byte': { meaning: 'byte number N from the host gets lost', fallback: 10_000 },
  'no-boot': {
    meaning: 'the first N resets start from flash whatever the lines say (without N: all)',
    fallback: Infinity,
  },
} as const;

/** Name of a trouble, as in `--trouble NAME=N`. */
export type TroubleName = keyof typeof troubleKinds;

/** One trouble with its number. */
export interface Trouble {
  readonly name: TroubleName;
  readonly amount: number;
}

/** All names, for `--help`. */
export const troubleNames = Object.keys(troubleKinds) as readonly TroubleName[];

/** Reads `unplug-after=20000` or `split`; throws `input.badChoice` or `input.notANumber`. */
export function parseTrouble(text: string): Trouble {
  const [name = '', amount] = text.split('=', 2);
  const known = troubleNames.find((candidate) => candidate === name.trim());
  if (known === undefined) {
    throw new AppError('input.badChoice', { text, what: 'trouble', choices: troubleNames.join(', ') });
  }
  if (amount === undefined) return { name: known, amount: troubleKinds[known].fallback };
  const number = amount.trim() === '' ? Number.NaN : Number(amount);
  if (!Number.isFinite(number) || number < 0) throw new AppError('input.notANumber', { text: amount, what: known });
  return { name: known, amount: number };
}

/** What a trouble may do to the board it lives on. */
export interface TroubleTarget {
  readonly flash: NorFlash;
  readonly random: Random;
  unplug(): void;
  /** A reset that nobody asked for. */
  brownOut(): void;
}

/** The places where a trouble can get between chip and host; what is left out happens as usual. */
export interface TroubleBehaviour {
  /** What arrives at the chip of what the host sent. */
  fromHost?(bytes: Uint8Array): Uint8Array;
  /** What arrives at the host of what the chip sent. */
  toHost?(bytes: Uint8Array): Uint8Array;
  /** In which pieces. */
  split?(bytes: Uint8Array): readonly Uint8Array[];
  readonly latencyMs?: number;
  answersSync?(): boolean;
  md5?(digest: Uint8Array): Uint8Array;
  readonly extraEraseMs?: number;
  forcesFlashBoot?(): boolean;
}

/** True for the first `times` calls. */
function firstTimes(times: number): () => boolean {
  let left = times;
  return () => left-- > 0;
}

/** Calls `action` once, when `limit` bytes have gone by; answers how many of `length` come before that. */
function afterBytes(limit: number, action: () => void): (length: number) => number {
  let seen = 0;
  let isOver = false;
  return (length) => {
    const before = Math.min(length, Math.max(0, limit - seen));
    seen += length;
    if (isOver || seen < limit) return length;
    isOver = true;
    action();
    return before;
  };
}

/** Brings a trouble to life on one board. */
export function startTrouble(trouble: Trouble, target: TroubleTarget): TroubleBehaviour {
  const { amount } = trouble;
  const { random } = target;
  switch (trouble.name) {
    case 'split':
      return { split: (bytes) => pieces(bytes, () => 1 + random.below(Math.max(1, amount))) };
    case 'noise':
      return {
        toHost: (bytes) =>
          bytes.map((byte) => (random.next() * Math.max(1, amount) < 1 ? byte ^ (1 + random.below(255)) : byte)),
      };
    case 'no-sync': {
      const isSilent = firstTimes(amount);
      return { answersSync: () => !isSilent() };
    }
    case 'unplug-after': {
      const count = afterBytes(amount, () => target.unplug());
      return { fromHost: (bytes) => bytes.subarray(0, count(bytes.length)) };
    }
    case 'reset-after': {
      const count = afterBytes(amount, () => target.brownOut());
      return { fromHost: (bytes) => bytes.subarray(0, count(bytes.length)) };
    }
    case 'weak-bit':
      target.flash.weaken(amount);
      return {};
    case 'wrong-md5': {
      const isWrong = firstTimes(amount);
      return { md5: (digest) => (isWrong() ? digest.map((byte) => byte ^ 0x5a) : digest) };
    }
    case 'slow-erase':
      return { extraEraseMs: amount };
    case 'latency':
      return { latencyMs: amount };
    case 'drop-byte': {
      let seen = 0;
      return {
        fromHost: (bytes) => {
          const at = amount - seen;
          seen += bytes.length;
          return at >= 0 && at < bytes.length ? bytes.filter((_, index) => index !== at) : bytes;
        },
      };
    }
    case 'no-boot': {
      const isForced = firstTimes(amount);
      return { forcesFlashBoot: isForced };
    }
  }
}

function pieces(bytes: Uint8Array, nextLength: () => number): readonly Uint8Array[] {
  const result: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const piece = bytes.subarray(at, at + nextLength());
    result.push(piece);
    at += piece.length;
  }
  return result;
}
