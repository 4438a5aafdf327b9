import { describe, expect, it } from 'vitest';
import { chipById, chips } from '../../src-shared/chips';
import { inspectFirmware } from '../../src-main/firmware/inspect-firmware';
import { factoryFlash } from '../../src-main/virtual/applications/factory-flash';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { makeVirtualBoard } from '../../src-main/virtual/serve/make-virtual-board';
import { parseSimAddress } from '../../src-main/virtual/serve/sim-address';
import type { VirtualBoard } from '../../src-main/virtual/virtual-board';

/** A board at the rate of its own boot log, with everything that it says written down. */
function deskWith(path: string): {
  board: VirtualBoard;
  clock: FakeClock;
  said: () => string;
  say: (text: string) => void;
} {
  const clock = new FakeClock();
  const board = makeVirtualBoard({ ...parseSimAddress(path), clock });
  let text = '';
  board.onBytes((bytes) => (text += new TextDecoder().decode(bytes)));
  board.setHostBaudRate(board.descriptor.bootLogBaudRate);
  return { board, clock, said: () => text, say: (line) => void board.receive(new TextEncoder().encode(line)) };
}

describe('an application that a board comes with', () => {
  it.each(chips.map(({ id }) => id))('starts on %s, is heard and answers', async (chip) => {
    const { board, clock, said, say } = deskWith(`sim://${chip}?app=chatty`);
    board.pressReset();
    await clock.advance(2500);
    expect(said()).toContain('alive for 1 s');
    if (chip !== 'esp8266') expect(said()).toContain('Project name:     chatty');
    say('good mor');
    say('ning\r\n');
    expect(said()).toContain('You said: good morning\r\n');
  });

  it('lies in flash as an image that can be looked into', () => {
    const esp32 = factoryFlash(chipById('esp32'), 'chatty');
    const app = inspectFirmware(esp32.subarray(0x1_0000));
    expect(app).toMatchObject({ kind: 'app', chip: { id: 'esp32' } });
    expect(app.image).toMatchObject({ projectName: 'chatty', checksumOk: true, hashOk: true });
    expect(inspectFirmware(factoryFlash(chipById('esp8266'), 'chatty')).image).toMatchObject({ checksumOk: true });
  });

  it('falls over when asked to, and the chip starts again', async () => {
    const { board, clock, said, say } = deskWith('sim://esp32c3?app=chatty');
    await clock.advance(100);
    say('panic\n');
    await clock.advance(200);
    expect(said()).toMatch(/Guru Meditation Error: Core {2}0 panic'ed \(Load access fault\)/);
    expect(said()).toMatch(/Rebooting\.\.\.[^]*rst:0xc \(RTC_SW_CPU_RST\)[^]*say help/);
    expect(board.activity).toBe('application');
  });

  it('is silent while the chip is held in reset, and gone once something else is written over it', async () => {
    const { board, clock, said } = deskWith('sim://esp32?app=chatty');
    await clock.advance(1500);
    board.setModemLines({ dtr: false, rts: true });
    const before = said();
    await clock.advance(5000);
    expect(said()).toBe(before);
    board.flash.fill(0xff, 0x1_0000);
    board.setModemLines({ dtr: false, rts: false });
    await clock.advance(5000);
    expect(said().slice(before.length)).toContain('No bootable app partitions');
    expect(said().slice(before.length)).not.toContain('alive');
  });

  it('floods the line with as much as was asked for', async () => {
    const { clock, said, say } = deskWith('sim://esp32?app=chatty');
    await clock.advance(100);
    const before = said().length;
    say('flood 300000\n');
    await clock.advance(500);
    expect(said().length - before).toBe(300_000 + '\r\nend of the flood\r\n'.length);
  });

  it('may be one that measures, or one that never gets far', async () => {
    const plotter = deskWith('sim://esp32?app=plotter');
    await plotter.clock.advance(1000);
    expect(plotter.said().match(/temperature:\d+\.\d+,humidity:\d+\.\d\r\n/g)?.length).toBeGreaterThan(10);
    const crashing = deskWith('sim://esp8266?app=crashing');
    await crashing.clock.advance(3000);
    expect(crashing.said().match(/Exception \(28\)/g)?.length).toBeGreaterThan(3);
  });

  it('has a name that is known', () => {
    expect(() => parseSimAddress('sim://esp32?app=doom')).toThrow(expect.objectContaining({ code: 'port.badAddress' }));
  });
});

describe('a board that was unplugged', () => {
  it('starts from flash when it is plugged in again', async () => {
    const { board, clock, said } = deskWith('sim://esp32?app=chatty');
    await clock.advance(100);
    board.unplug();
    const before = said();
    await clock.advance(3000);
    expect(said()).toBe(before);
    board.plugIn();
    board.plugIn();
    await clock.advance(500);
    expect(
      said()
        .slice(before.length)
        .match(/rst:0x1/g),
    ).toHaveLength(1);
    expect(board.activity).toBe('application');
  });
});
