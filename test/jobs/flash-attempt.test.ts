import { describe, expect, it } from 'vitest';
import { firstAttempt, nextAttempt } from '../../src-main/jobs/flash-attempt';

describe('what is tried after a write broke off', () => {
  it('is a lower speed, then the lowest, then nothing', () => {
    const second = nextAttempt(firstAttempt(true), 921_600, 'protocol.timeout');
    expect(second).toEqual({ number: 2, useStub: true, highestBaudRate: 921_599 });
    const third = second && nextAttempt(second, 460_800, 'protocol.badFrame');
    expect(third).toEqual({ number: 3, useStub: true, highestBaudRate: 460_799 });
    expect(third && nextAttempt(third, 230_400, 'protocol.timeout')).toBeNull();
  });

  it('is never slower than the first contact', () => {
    expect(nextAttempt(firstAttempt(true), 115_200, 'protocol.timeout')).toMatchObject({ highestBaudRate: 115_200 });
  });

  it('is the ROM loader alone where the stub does not start', () => {
    expect(nextAttempt(firstAttempt(true), 115_200, 'stub.startFailed')).toMatchObject({
      useStub: false,
      highestBaudRate: Infinity,
    });
    expect(nextAttempt(firstAttempt(false), 115_200, 'stub.startFailed')).toBeNull();
  });

  it.each([
    'flash.verifyFailed',
    'port.unplugged',
    'job.cancelled',
    'connect.noReply',
    'connect.wrongChip',
    'file.changed',
    'plan.pastEnd',
    'internal',
  ] as const)('is nothing after %s', (code) => {
    expect(nextAttempt(firstAttempt(true), 921_600, code)).toBeNull();
  });
});
