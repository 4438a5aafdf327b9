import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloseReason } from '../../src-main/engine/transport/transport';
import { SerialPortTransport } from '../../src-main/serial/serial-port-transport';
import { systemClock } from '../../src-main/serial/system-clock';
import { canMakePtys, createPtyPair, type PtyPair } from './pty-pair';

const open = (path: string): SerialPortTransport =>
  new SerialPortTransport(path, { clock: systemClock, linkKindOf: () => Promise.resolve('usbUartBridge') });

const bytesOf = (transport: SerialPortTransport, count: number): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const seen: number[] = [];
    const stop = transport.onBytes((bytes) => {
      seen.push(...bytes);
      if (seen.length < count) return;
      stop();
      resolve(Uint8Array.from(seen));
    });
  });

describe.skipIf(!canMakePtys)('a serial port (on a pseudo terminal)', () => {
  let pair: PtyPair;
  let left: SerialPortTransport;
  let right: SerialPortTransport;

  beforeEach(async () => {
    pair = await createPtyPair();
    left = open(pair.left);
    right = open(pair.right);
    await left.open(115_200);
    await right.open(115_200);
  });
  afterEach(async () => {
    await left.close();
    await right.close();
    await pair.unplug();
  });

  it('carries every byte value in both directions', async () => {
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    const atRight = bytesOf(right, 256);
    await left.write(all);
    expect(await atRight).toEqual(all);
    const atLeft = bytesOf(left, 256);
    await right.write(all);
    expect(await atLeft).toEqual(all);
  });

  it('carries 256 KiB without losing or swapping a byte', async () => {
    const data = Uint8Array.from({ length: 262_144 }, (_, index) => (index * 7 + (index >> 8)) & 0xff);
    const arrived = bytesOf(right, data.length);
    for (let at = 0; at < data.length; at += 16_384) await left.write(data.subarray(at, at + 16_384));
    expect(Buffer.compare(await arrived, data)).toBe(0);
  });

  it('notices that a pseudo terminal has no modem lines and goes on without them', async () => {
    expect(left.link).toMatchObject({ hasModemLines: false, hasBaudRate: true, kind: 'usbUartBridge' });
    await expect(left.setModemLines({ dtr: true, rts: false })).resolves.toBeUndefined();
  });

  it.each([74_880, 921_600, 1_500_000, 115_200])('changes to %i baud', async (rate) => {
    await left.setBaudRate(rate);
    const arrived = bytesOf(right, 3);
    await left.write(Uint8Array.of(1, 2, 3));
    expect(await arrived).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('forgets input that nobody has seen', async () => {
    await left.discardInput();
    const arrived = bytesOf(left, 1);
    await right.write(Uint8Array.of(9));
    expect(await arrived).toEqual(Uint8Array.of(9));
  });

  it('tells once that the port went away, then refuses to write', async () => {
    const reasons: CloseReason[] = [];
    const gone = new Promise<void>((resolve) => {
      left.onClose((reason) => {
        reasons.push(reason);
        resolve();
      });
    });
    await pair.unplug();
    await gone;
    await expect(left.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port.unplugged' });
    await left.close();
    expect(reasons).toEqual(['unplugged']);
  });

  it('closes as often as it is asked to, then says that it is not open', async () => {
    const reasons: CloseReason[] = [];
    left.onClose((reason) => reasons.push(reason));
    await Promise.all([left.close(), left.close()]);
    await left.close();
    expect(reasons).toEqual(['closed']);
    await expect(left.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port.notOpen' });
  });

  it('closes while a write is under way', async () => {
    const writing = left.write(new Uint8Array(4_000_000)).then(
      () => null,
      (error: unknown) => error,
    );
    await left.close();
    expect(await writing).toMatchObject({ code: 'port.notOpen' });
  });

  it('opens again after it was closed', async () => {
    await left.close();
    await left.open(115_200);
    const arrived = bytesOf(right, 1);
    await left.write(Uint8Array.of(5));
    expect(await arrived).toEqual(Uint8Array.of(5));
  });

  it('says that a port is busy while something else has it open', async () => {
    await expect(open(pair.left).open(115_200)).rejects.toMatchObject({ code: 'port.busy' });
  });
});

describe('a serial port that cannot be opened', () => {
  it('is not found when there is none of that name', async () => {
    await expect(open('/dev/ttyNowhere').open(115_200)).rejects.toMatchObject({
      code: 'port.notFound',
      facts: { path: '/dev/ttyNowhere' },
    });
  });

  it.skipIf(process.platform === 'win32')('says why when it is something else than a port', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'esplanade-')), 'file');
    writeFileSync(file, 'no port');
    await expect(open(file).open(115_200)).rejects.toMatchObject({ code: 'port.openFailed' });
    chmodSync(file, 0o600);
  });

  it('closes quietly when it was never opened', async () => {
    await expect(open('/dev/ttyNowhere').close()).resolves.toBeUndefined();
  });
});
