import { describe, expect, it } from 'vitest';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { command, Host, op, syncCommand, words } from './host';

type Options = Omit<VirtualBoardOptions, 'clock' | 'chip'>;
const esp32 = (options: Options = {}): Host => new Host({ chip: 'esp32', ...options });

/** Both transistors' worth of the classic sequence, each line in a call of its own. */
async function classicReset(host: Host): Promise<void> {
  await host.lines(false, true, 100);
  await host.lines(true, true, 0);
  await host.lines(true, false, 50);
  await host.lines(false, false, 0);
}

/** A 24-byte header and one segment: all that ROM looks at. */
function image(): Uint8Array {
  const bytes = new Uint8Array(0x200);
  bytes.set([0xe9, 1, 2, 0x20], 0);
  bytes.set(words(0x4008_0400), 4);
  bytes.set(words(0x3fff_0018, 4), 24);
  return bytes;
}

/** Bootloader, partition table with one factory app, and the app with its description. */
function flashWithApp(bootloaderOffset: number): Uint8Array {
  const flash = new Uint8Array(0x2_0000).fill(0xff);
  flash.set(image(), bootloaderOffset);
  flash.set([0xaa, 0x50, 0, 0, ...words(0x1_0000, 0x1_0000)], 0x8000);
  flash.set(image(), 0x1_0000);
  flash.set(words(0xabcd_5432), 0x1_0020);
  flash.fill(0, 0x1_0030, 0x1_0070);
  flash.set(new TextEncoder().encode('1.2.3'), 0x1_0030);
  flash.set(new TextEncoder().encode('blinky'), 0x1_0050);
  return flash;
}

describe('the two transistors of a UART bridge', () => {
  it('take the chip into download mode by the classic sequence', async () => {
    const host = esp32();
    expect(host.board.activity).toBe('application');
    await classicReset(host);
    expect(new TextDecoder().decode(host.received)).toMatch(/boot:0x3 \(DOWNLOAD_BOOT.*\r\nwaiting for download\r\n$/s);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });

  it('hold the chip in reset for as long as RTS alone is asserted', async () => {
    const host = esp32();
    await host.lines(false, true, 1000);
    expect(host.board.activity).toBe('heldInReset');
    expect((await host.exchange(syncCommand, 100)).frames).toHaveLength(0);
    await host.lines(false, false, 10);
    expect(host.board.activity).toBe('application');
  });

  it('start the application when BOOT is let go too early', async () => {
    const host = esp32();
    await host.lines(false, true, 100);
    await host.lines(false, false, 50);
    expect(new TextDecoder().decode(host.received)).toContain('boot:0x13 (SPI_FAST_FLASH_BOOT)');
    expect((await host.exchange(syncCommand)).frames).toHaveLength(0);
  });

  it('pull nothing when both lines are asserted', async () => {
    const host = esp32();
    await classicReset(host);
    await host.lines(true, true, 100);
    expect(host.board.activity).toBe('romLoader');
  });

  it('need the capacitor at EN: BOOT counts a moment after EN was let go', async () => {
    const host = esp32();
    await host.lines(false, true, 100);
    // Windows: EN is let go by the first call, BOOT pulled by the second, too late for this board.
    await host.lines(true, true, 5);
    await host.lines(true, false, 50);
    expect(host.board.activity).toBe('application');
  });
});

describe('buttons', () => {
  it('BOOT held while RESET is pressed gives download mode', async () => {
    const host = esp32();
    host.board.holdBootButton(true);
    host.board.pressReset();
    await host.clock.advance(10);
    expect(host.board.activity).toBe('romLoader');
    host.board.holdBootButton(false);
    host.board.pressReset();
    await host.clock.advance(10);
    expect(host.board.activity).toBe('application');
  });
});

describe('USB-Serial/JTAG', () => {
  const c3 = (): Host => new Host({ chip: 'esp32c3', wiring: 'usbSerialJtag' });

  it('goes into download mode by the flag that DTR sets before RTS resets', async () => {
    const host = c3();
    await host.lines(false, false, 100);
    await host.lines(true, false, 100);
    await host.lines(true, true, 0);
    await host.lines(false, true, 100);
    expect(host.board.activity).toBe('romLoader');
    await host.lines(false, false, 10);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });

  it('starts the application by RTS alone', async () => {
    const host = c3();
    await host.lines(false, true, 100);
    await host.lines(false, false, 10);
    expect(host.board.activity).toBe('application');
    expect(new TextDecoder().decode(host.received)).toContain('rst:0x15 (USB_UART_CHIP_RESET),boot:0xc');
  });

  it('does not know the classic sequence', async () => {
    const host = c3();
    await classicReset(host);
    expect(host.board.activity).toBe('application');
  });
});

describe('a board without lines', () => {
  it('is in download mode from the start and after everything that leaves it', async () => {
    const host = new Host({ chip: 'esp32c3', wiring: 'none' });
    expect(host.board.activity).toBe('romLoader');
    await host.ask(op.flashEnd, words(1));
    await host.clock.advance(10);
    expect(host.board.activity).toBe('romLoader');
    host.board.pressReset();
    await host.clock.advance(10);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });
});

describe('leaving the loader', () => {
  it('by FLASH_END of the ROM loader starts the application', async () => {
    const host = esp32({ flash: flashWithApp(0x1000) });
    await classicReset(host);
    const { text } = await host.exchange(command(op.flashEnd, words(1)), 10);
    expect(host.board.activity).toBe('application');
    expect(text).toContain('Project name:     blinky');
  });

  it('by FLASH_END 0 of the stub reboots with the strapping as it was: the ROM loader again', async () => {
    const host = esp32();
    await classicReset(host);
    await host.startStub();
    await host.ask(op.flashBegin, words(0, 0, 0x4000, 0, 0));
    const { frames, text } = await host.exchange(command(op.flashEnd, words(0)), 20);
    expect(frames).toHaveLength(1);
    expect(text).toContain('waiting for download');
    expect(host.board.activity).toBe('romLoader');
  });

  it('by FLASH_END 1 of the stub is not leaving: more files may follow', async () => {
    const host = esp32();
    await classicReset(host);
    await host.startStub();
    await host.ask(op.flashBegin, words(0, 0, 0x4000, 0, 0));
    await host.exchange(command(op.flashEnd, words(1)), 20);
    expect(host.board.activity).toBe('stub');
  });

  it('by RUN_USER_CODE starts the application without a reply', async () => {
    const host = new Host({ chip: 'esp8266' });
    await classicReset(host);
    await host.startStub();
    const { frames } = await host.exchange(command(op.runUserCode, words()), 20);
    expect(frames).toHaveLength(0);
    expect(host.board.activity).toBe('application');
  });

  it('by the RTC watchdog reads the pins again: the application', async () => {
    const host = new Host({ chip: 'esp32c3' });
    await classicReset(host);
    const all = 0xffff_ffff;
    await host.ask(op.writeReg, words(0x6000_80a8, 0x50d8_3aa1, all, 0));
    await host.ask(op.writeReg, words(0x6000_8094, 2000, all, 0));
    await host.ask(op.writeReg, words(0x6000_8090, 0xd000_0102, all, 0));
    await host.clock.advance(100);
    expect(host.board.activity).toBe('application');
  });

  it('is not done by a watchdog that is still locked', async () => {
    const host = new Host({ chip: 'esp32c3' });
    await classicReset(host);
    await host.ask(op.writeReg, words(0x6000_8090, 0xd000_0102, 0xffff_ffff, 0));
    await host.clock.advance(1000);
    expect(host.board.activity).toBe('romLoader');
  });

  it('by jumping to memory that nobody filled crashes', async () => {
    const host = esp32();
    await classicReset(host);
    const { frames, text } = await host.exchange(command(op.memEnd, words(0, 0x4008_0000)), 20);
    expect(frames).toHaveLength(1);
    expect(text).toContain('RTCWDT_RTC_RESET');
  });
});

describe('what a board says when it starts', () => {
  const bootText = async (host: Host): Promise<string> => {
    await host.lines(false, true, 10);
    await host.lines(false, false, 10);
    return new TextDecoder().decode(host.received);
  };

  it('names the application and its version', async () => {
    const text = await bootText(new Host({ chip: 'esp32c3', flash: flashWithApp(0) }));
    expect(text).toMatch(/^ESP-ROM:esp32c3/);
    expect(text).toContain('rst:0x1 (POWERON),boot:0xc (SPI_FAST_FLASH_BOOT)');
    expect(text).toContain('Loaded app from partition at offset 0x10000');
    expect(text).toContain('Project name:     blinky');
    expect(text).toContain('App version:      1.2.3');
  });

  it('complains about blank flash', async () => {
    expect(await bootText(esp32())).toContain('invalid header: 0xffffffff\r\ninvalid header: 0xffffffff');
  });

  it('complains about a bootloader at the wrong offset', async () => {
    expect(await bootText(esp32({ flash: flashWithApp(0x0) }))).toContain('invalid header: 0xffffffff');
  });

  it('complains about a missing application', async () => {
    const flash = flashWithApp(0x1000);
    flash.fill(0xff, 0x1_0000);
    expect(await bootText(esp32({ flash }))).toContain('No bootable app partitions');
  });

  it('speaks at 74880 baud on ESP8266, garbage at any other rate', async () => {
    const right = new Host({ chip: 'esp8266' });
    right.board.setHostBaudRate(74880);
    expect(await bootText(right)).toContain('ets Jan  8 2013,rst cause:2, boot mode:(3,6)');
    const wrong = new Host({ chip: 'esp8266' });
    wrong.board.setHostBaudRate(115200);
    const text = await bootText(wrong);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain('ets');
  });
});
