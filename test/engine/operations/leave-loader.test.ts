import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src-main/engine/loader/connection';
import { leaveLoader } from '../../../src-main/engine/operations/leave-loader';
import { readBootText } from '../../../src-main/engine/operations/read-boot-text';
import { connect } from '../../../src-main/engine/loader/connect';
import { hardReset } from '../../../src-main/engine/reset/reset-strategies';
import { sleep } from '../../../src-main/engine/transport/sleep';
import { chipById, chips } from '../../../src-shared/chips';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { connectBoard } from './virtual-board-fixture';

/** The least that ROM and bootloader take for a bootloader, a partition table and an application with a name. */
function bootableFlash(chip: ChipDescriptor): Uint8Array {
  const flash = new Uint8Array(0x20000).fill(0xff);
  const image = (offset: number): void => {
    flash.fill(0, offset, offset + 0x100);
    flash.set([0xe9, 1, 0, 0x20, 0xf0, 0x05, 0x08, 0x40], offset);
  };
  image(chip.bootloaderOffset);
  if (chip.partitionTableOffset === null) return flash;
  flash.set([0xaa, 0x50, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0], chip.partitionTableOffset);
  image(0x10000);
  flash.set([0x32, 0x54, 0xcd, 0xab], 0x10020);
  flash.set(new TextEncoder().encode('1.2.3'), 0x10030);
  flash.set(new TextEncoder().encode('hello_world'), 0x10050);
  return flash;
}

/** The chip acts on its last command after it has answered it. */
const settle = ({ transport }: Connection): Promise<void> => sleep(transport.clock, 50);

function connectAgain(before: Connection): Promise<Connection> {
  before.detach();
  return connect(before.transport, {
    before: 'default-reset',
    attempts: 3,
    baudRate: 115_200,
    expectedChip: before.chip.id,
    customResetSequence: null,
  });
}

describe('leaving the loader', () => {
  it.each(chips.map(({ id }) => id))('%s starts its application and is heard', async (id) => {
    const chip = chipById(id);
    const connected = await connectBoard(
      { chip: id, flash: bootableFlash(chip), wiring: 'uartBridge' },
      chip.stubs === null ? 'rom' : 'stub',
    );
    const { board, connection, loader } = connected;
    await loader.changeBaudRate(chip.id === 'esp8266' ? 230_400 : 460_800);
    const report = await readBootText(connection.transport, chip, () => leaveLoader(connection, loader, 'hard-reset'));
    expect(board.activity).toBe('application');
    expect(report.problem).toBe(null);
    if (chip.partitionTableOffset !== null) {
      expect(report).toMatchObject({ started: true, app: 'hello_world 1.2.3' });
    }
    expect(report.text).toMatch(id === 'esp8266' ? /^ets Jan.*\n\nload 0x/ : /SPI_FAST_FLASH_BOOT/);
  });

  it.each(['esp32s3', 'esp32p4'] as const)(
    '%s that an application sent to download mode for good starts its application all the same',
    async (id) => {
      const chip = chipById(id);
      const { board, connection } = await connectBoard({
        chip: id,
        flash: bootableFlash(chip),
        wiring: 'usbSerialJtag',
      });
      const bit = chip.watchdogReset!.forceDownloadBoot!;
      board.memory.writeWord(bit.address, 1 << bit.shift);
      await hardReset(connection.transport);
      await settle(connection);
      expect(board.activity).toBe('romLoader');
      const again = await connectAgain(connection);
      await leaveLoader(again, again.loader, 'hard-reset');
      await settle(again);
      expect(board.activity).toBe('application');
    },
  );

  it.each(chips.filter(({ usbAfterFlash }) => usbAfterFlash?.usbSerialJtag === 'hardReset').map(({ id }) => id))(
    '%s on USB-Serial/JTAG starts its application by the lines',
    async (id) => {
      const chip = chipById(id);
      const { board, connection, loader } = await connectBoard(
        { chip: id, flash: bootableFlash(chip), wiring: 'usbSerialJtag' },
        chip.stubs === null ? 'rom' : 'stub',
      );
      const reset = (): Promise<void> => leaveLoader(connection, loader, 'hard-reset');
      const report = await readBootText(connection.transport, chip, reset);
      expect(board.activity).toBe('application');
      expect(report).toMatchObject({ started: true, app: 'hello_world 1.2.3', problem: null });
      expect(report.text).toContain('USB_UART_CHIP_RESET');
    },
  );

  it.each(chips.filter(({ usbAfterFlash }) => usbAfterFlash?.usbOtg === 'watchdogReset').map(({ id }) => id))(
    '%s on USB-OTG starts its application by the watchdog, because the lines would lead back into download mode',
    async (id) => {
      const chip = chipById(id);
      const { board, loader, ...connected } = await connectBoard({ chip: id, flash: bootableFlash(chip) });
      const connection: Connection = { ...connected.connection, console: 'usbOtg' };
      const reset = (): Promise<void> => leaveLoader(connection, loader, 'hard-reset');
      const report = await readBootText(connection.transport, chip, reset);
      expect(board.activity).toBe('application');
      expect(report).toMatchObject({ started: true, problem: null });
      expect(report.text).toContain('RTCWDT_RTC_RST');
    },
  );

  it('watchdog-reset restarts where the chip has one, and is refused where it has none', async () => {
    const c3 = await connectBoard({ chip: 'esp32c3' });
    await leaveLoader(c3.connection, c3.loader, 'watchdog-reset');
    expect(c3.board.activity).toBe('application');
    const esp32 = await connectBoard({ chip: 'esp32' });
    await expect(leaveLoader(esp32.connection, esp32.loader, 'watchdog-reset')).rejects.toMatchObject({
      code: 'protocol.unsupported',
      facts: { command: 'watchdog-reset', chip: 'esp32' },
    });
  });

  it('in Secure Download Mode the lines have to do, because registers are closed', async () => {
    const { board, loader, ...connected } = await connectBoard({ chip: 'esp32s3' }, 'rom');
    const connection: Connection = { ...connected.connection, console: 'usbOtg', secureDownloadMode: true };
    loader.writeRegister = () => Promise.reject(new Error('registers are closed'));
    await leaveLoader(connection, loader, 'hard-reset');
    await settle(connection);
    expect(board.activity).toBe('application');
  });

  it('no-reset goes back to the ROM loader, no-reset-stub leaves the stub running', async () => {
    const connected = await connectBoard({ chip: 'esp32' });
    const { board, connection, loader } = connected;
    await leaveLoader(connection, loader, 'no-reset-stub');
    expect(board.activity).toBe('stub');
    await expect(loader.readRegister(0x3ff5_a004)).resolves.toBeTypeOf('number');
    await leaveLoader(connection, loader, 'no-reset');
    await settle(connection);
    expect(board.activity).toBe('romLoader');
  });

  it.each([
    ['esp8266', 'rom'],
    ['esp8266', 'stub'],
    ['esp32', 'rom'],
    ['esp32', 'stub'],
    ['esp32c3', 'stub'],
    ['esp32s3', 'stub'],
  ] as const)('soft-reset runs the application of %s (%s)', async (chip, kind) => {
    const { board, connection, loader } = await connectBoard({ chip }, kind);
    if (kind === 'stub') await loader.changeBaudRate(460_800);
    await leaveLoader(connection, loader, 'soft-reset');
    await settle(connection);
    expect(board.activity).toBe('application');
  });

  it('says that a blank flash cannot start', async () => {
    const { connection, loader } = await connectBoard({ chip: 'esp32c3' });
    const report = await readBootText(connection.transport, connection.chip, () =>
      leaveLoader(connection, loader, 'hard-reset'),
    );
    expect(report).toMatchObject({ started: false, problem: 'invalidHeader' });
  });
});

describe('listening', () => {
  it('ends soon after the chip falls silent, and after the given time when it says nothing', async () => {
    const { board, connection } = await connectBoard({ chip: 'esp32c3' });
    const { transport, chip } = connection;
    const resetMs = transport.clock.nowMs();
    const press = (): Promise<void> => {
      board.pressReset();
      return Promise.resolve();
    };
    await readBootText(transport, chip, press, { listenMs: 60_000 });
    expect(transport.clock.nowMs() - resetMs).toBeLessThan(2000);
    const startMs = transport.clock.nowMs();
    const report = await readBootText(transport, chip, () => Promise.resolve(), { listenMs: 2000 });
    expect(report).toEqual({ text: '', started: null, app: null, problem: null });
    expect(transport.clock.nowMs() - startMs).toBe(2000);
  });

  it('ends with what was read when the port goes away', async () => {
    const { board, connection } = await connectBoard({ chip: 'esp32c3' });
    const reset = (): Promise<void> => {
      board.pressReset();
      connection.transport.clock.after(20, () => board.unplug());
      return Promise.resolve();
    };
    const report = await readBootText(connection.transport, connection.chip, reset, { listenMs: 60_000 });
    expect(report.problem).toBe('invalidHeader');
    expect(connection.transport.clock.nowMs()).toBeLessThan(5000);
  });

  it('ends at once when the port goes away before anything was said', async () => {
    const { board, connection } = await connectBoard({ chip: 'esp32c3' });
    const { transport, chip } = connection;
    const startMs = transport.clock.nowMs();
    const pullOut = (): Promise<void> => {
      board.unplug();
      return Promise.resolve();
    };
    const report = await readBootText(transport, chip, pullOut, { listenMs: 60_000 });
    expect(report.text).toBe('');
    expect(transport.clock.nowMs() - startMs).toBeLessThan(100);
  });

  it('can be cancelled, and passes on why a reset failed', async () => {
    const { connection } = await connectBoard({ chip: 'esp32c3' });
    const { transport, chip } = connection;
    const controller = new AbortController();
    transport.clock.after(300, () => controller.abort());
    const listening = readBootText(transport, chip, () => Promise.resolve(), { signal: controller.signal });
    await expect(listening).rejects.toMatchObject({ code: 'job.cancelled' });
    const failing = readBootText(transport, chip, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });
});
