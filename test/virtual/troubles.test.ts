import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVirtualTransport, parseTrouble } from '../../src-main/virtual/virtual-transport';
import { troubleNames } from '../../src-main/virtual/troubles';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { dataCommand, Host, op, syncCommand, words } from './host';

type Options = Omit<VirtualBoardOptions, 'clock' | 'chip' | 'troubles'>;
const troubled = (texts: string[], options: Options = {}): Host =>
  new Host({ chip: 'esp32c3', wiring: 'none', ...options, troubles: texts.map(parseTrouble) });
const registerValue = async (host: Host): Promise<number> => (await host.ask(op.readReg, words(0x6000_8844))).value;

async function writeSector(host: Host, offset: number, bytes: Uint8Array): Promise<void> {
  await host.ask(op.spiAttach, words(0, 0));
  await host.ask(op.flashBegin, words(bytes.length, 1, bytes.length, offset, 0));
  await host.one(dataCommand(op.flashData, 0, bytes));
}

describe('the text of a trouble', () => {
  it('is a name with or without a number', () => {
    expect(parseTrouble('unplug-after=20000')).toEqual({ name: 'unplug-after', amount: 20_000 });
    expect(parseTrouble('weak-bit=0x10000')).toEqual({ name: 'weak-bit', amount: 0x1_0000 });
    expect(parseTrouble('no-sync').amount).toBe(Infinity);
  });

  it.each(['', 'split=', 'split=many', 'noise=-1', 'weak-bit=1x'])('is refused as %j', (text) => {
    expect(() => parseTrouble(text)).toThrow(
      expect.objectContaining({ code: text === '' ? 'input.badChoice' : 'input.notANumber' }) as Error,
    );
  });

  it('is refused with the list of names when it is none', () => {
    expect(() => parseTrouble('gremlins')).toThrow(
      expect.objectContaining({
        code: 'input.badChoice',
        facts: expect.objectContaining({ choices: troubleNames.join(', ') }) as unknown,
      }) as Error,
    );
  });
});

describe('troubles', () => {
  it('split: replies come in small pieces, complete', async () => {
    const host = troubled(['split=3']);
    const sizes: number[] = [];
    host.board.onBytes((bytes) => sizes.push(bytes.length));
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3);
    expect(sizes.length).toBeGreaterThan(30);
  });

  it('noise: some bytes are wrong, the same ones for the same seed', async () => {
    const noisy = async (seed: number): Promise<string> => {
      const host = troubled(['noise=20'], { seed });
      await host.exchange(syncCommand);
      return Buffer.from(host.received).toString('hex');
    };
    const clean = Buffer.from('c0010804000707122000000000c0'.repeat(8), 'hex').toString('hex');
    expect(await noisy(1)).toHaveLength(clean.length);
    expect(await noisy(1)).not.toBe(clean);
    expect(await noisy(1)).toBe(await noisy(1));
    expect(await noisy(1)).not.toBe(await noisy(2));
  });

  it('no-sync: the first attempts stay unanswered', async () => {
    const host = troubled(['no-sync=2']);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(0);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(0);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });

  it('no-sync without a number: never', async () => {
    const host = troubled(['no-sync']);
    for (let i = 0; i < 20; i++) expect((await host.exchange(syncCommand)).frames).toHaveLength(0);
  });

  it('unplug-after: the port goes away in the middle', async () => {
    const host = troubled(['unplug-after=100']);
    const transport = createVirtualTransport(host.board);
    const reasons: string[] = [];
    transport.onClose((reason) => reasons.push(reason));
    await transport.open(115200);
    await transport.write(syncCommand);
    await transport.write(syncCommand);
    await expect(transport.write(syncCommand)).rejects.toMatchObject({ code: 'port.unplugged' });
    expect(reasons).toEqual(['unplugged']);
    await expect(transport.setModemLines({ dtr: true, rts: true })).rejects.toMatchObject({ code: 'port.unplugged' });
    await expect(createVirtualTransport(host.board).open(115200)).rejects.toMatchObject({ code: 'port.notFound' });
  });

  it('reset-after: the chip starts over once, in the middle of a job', async () => {
    const host = troubled(['reset-after=1000']);
    await host.startStub();
    const packet = dataCommand(op.flashData, 0, new Uint8Array(1024));
    await host.ask(op.flashBegin, words(0x2000, 8, 0x400, 0, 0));
    const { frames, text } = await host.exchange(packet, 20);
    expect(frames).toHaveLength(0);
    expect(text).toContain('waiting for download');
    expect(host.board.activity).toBe('romLoader');
    expect((await host.exchange(new Uint8Array(5000), 20)).text).toBe('');
  });

  it('weak-bit: flash does not hold what was written, and its digest tells', async () => {
    const host = troubled(['weak-bit=0x1010']);
    const bytes = new Uint8Array(0x400);
    await writeSector(host, 0x1000, bytes);
    expect(host.board.flash.slice(0x100e, 0x1012)).toEqual(Uint8Array.of(0, 0, 1, 0));
    const digest = new TextDecoder().decode((await host.ask(op.md5, words(0x1000, 0x400, 0, 0))).data.slice(0, 32));
    expect(digest).not.toBe(createHash('md5').update(bytes).digest('hex'));
  });

  it('wrong-md5: the first digest is wrong though the flash is right', async () => {
    const host = troubled(['wrong-md5=1']);
    const digest = async (): Promise<string> =>
      new TextDecoder().decode((await host.ask(op.md5, words(0, 0x1000, 0, 0))).data.slice(0, 32));
    const right = createHash('md5').update(new Uint8Array(0x1000).fill(0xff)).digest('hex');
    expect(await digest()).not.toBe(right);
    expect(await digest()).toBe(right);
  });

  it('slow-erase: an erase takes as long as it says, nothing else does', async () => {
    const host = troubled(['slow-erase=5000']);
    await host.startStub();
    expect(await registerValue(host)).not.toBe(0);
    const begun = await host.exchange(Uint8Array.of(), 0);
    expect(begun.frames).toHaveLength(0);
    await expect(host.ask(op.eraseRegion, words(0, 0x1000), 4900)).rejects.toThrow('said nothing');
    await host.clock.advance(200);
    expect(host.received.length).toBeGreaterThan(0);
  });

  it('latency: what the chip says arrives later', async () => {
    const host = troubled(['latency=16']);
    await host.clock.advance(100);
    expect((await host.exchange(syncCommand, 15)).frames).toHaveLength(0);
    await host.clock.advance(5);
    expect(host.received.length).toBe(8 * 14);
  });

  it('drop-byte: one byte is missing, and the frame with it', async () => {
    const host = troubled(['drop-byte=50']);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
    const spoiled = await host.exchange(syncCommand);
    expect(spoiled.frames.length).toBeLessThanOrEqual(8);
    expect(Buffer.from(host.received).toString('hex')).not.toBe('c0010804000707122000000000c0'.repeat(8));
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });

  it('no-boot: resets start the application although BOOT is pulled', async () => {
    const host = troubled(['no-boot=3'], { wiring: 'uartBridge' });
    const reset = async (): Promise<string> => {
      await host.lines(false, true, 100);
      await host.lines(true, false, 50);
      return host.board.activity;
    };
    // Power-on was the first of the three.
    expect([await reset(), await reset(), await reset()]).toEqual(['application', 'application', 'romLoader']);
  });

  it('stack', async () => {
    const host = troubled(['split=2', 'latency=10', 'no-sync=1']);
    expect((await host.exchange(syncCommand, 30)).frames).toHaveLength(0);
    expect((await host.exchange(syncCommand, 30)).frames).toHaveLength(8);
  });
});
