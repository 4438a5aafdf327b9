import { describe, expect, it } from 'vitest';
import { toPortOpenError } from '../../src-main/serial/port-open-error';

/** What the binding says on each system, as recorded from it or read in its source. */
describe('an error on opening a port', () => {
  it.each([
    ['Error: No such file or directory, cannot open /dev/ttyUSB9', 'port.notFound'],
    ['Error: No such device or address, cannot open /dev/ttyUSB9', 'port.notFound'],
    ['Opening COM9: File not found', 'port.notFound'],
    ['Opening COM3: Access denied', 'port.busy'],
    ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'port.busy'],
    ['Error Resource temporarily unavailable Cannot lock port', 'port.busy'],
    ['Error: Permission denied, cannot open /dev/ttyUSB0', 'port.forbidden'],
    ['Opening COM3: Unknown error code 31', 'port.openFailed'],
    ['Opening COM3: Unknown error code 433', 'port.notFound'],
    ['Opening COM3: Unknown error code 1167', 'port.notFound'],
  ])('%s is %s', async (message, code) => {
    expect(await toPortOpenError('/dev/none', new Error(message))).toMatchObject({ code });
  });

  it.skipIf(process.platform !== 'linux')('names the group that may open the port', async () => {
    // /dev/tty is owned by the group tty on every Linux distribution.
    const error = await toPortOpenError('/dev/tty', new Error('Error: Permission denied, cannot open /dev/tty'));
    expect(error.facts).toMatchObject({ path: '/dev/tty' });
    expect([undefined, 'tty']).toContain((error.facts as { group?: string }).group);
  });

  it('keeps only the reason', async () => {
    const error = await toPortOpenError('/tmp', new Error('Error: Is a directory, cannot open /tmp'));
    expect(error.facts).toEqual({ path: '/tmp', reason: 'Is a directory' });
  });
});
