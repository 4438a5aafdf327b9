import type { ErrorCode } from '../../src-shared/errors/error-codes';

/** One way to carry out a write: with which loader, and how fast at most. */
export interface FlashAttempt {
  /** Counts from 1. */
  readonly number: number;
  readonly useStub: boolean;
  /** Limit for the automatic choice; a rate that the user chose is not touched by it. */
  readonly highestBaudRate: number;
}

/** The first contact's rate is the lowest that is tried: every ROM loader was made for it. */
const lowestBaudRate = 115_200;
const mostAttempts = 3;

/** How a write begins. */
export function firstAttempt(useStub: boolean): FlashAttempt {
  return { number: 1, useStub, highestBaudRate: Infinity };
}

/**
 * What to try after an attempt at `usedBaudRate` failed; null when another one is pointless. Only loader and
 * speed change, never what is written.
 */
export function nextAttempt(attempt: FlashAttempt, usedBaudRate: number, code: ErrorCode): FlashAttempt | null {
  if (attempt.number >= mostAttempts) return null;
  const number = attempt.number + 1;
  if (code === 'stub.startFailed' || code === 'stub.noImage') {
    return attempt.useStub ? { ...attempt, number, useStub: false } : null;
  }
  if (!wireMayBeToBlame(code)) return null;
  return { ...attempt, number, highestBaudRate: Math.max(lowestBaudRate, usedBaudRate - 1) };
}

/** Garbled, missing or refused replies may come from the speed or from a chip that restarted. */
function wireMayBeToBlame(code: ErrorCode): boolean {
  switch (code) {
    case 'protocol.timeout':
    case 'protocol.badFrame':
    case 'protocol.badReply':
    case 'protocol.commandFailed':
      return true;
    default:
      return false;
  }
}
