import { describe, expect, it } from 'vitest';
import type { LinkTuning, TraceEvent } from '../../../src-main/engine/loader/connection';
import { connect } from '../../../src-main/engine/loader/connect';
import type { Loader } from '../../../src-main/engine/loader/loader';
import { isAppError } from '../../../src-shared/errors/app-error';
import { startStub } from '../../../src-main/engine/loader/stub';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { ScriptedTransport, opcodeOf } from '../protocol/scripted-transport';
import { compressedWrite, connectBoard, connectOptions, holds, openBoard, plainWrite, someBytes } from './board';

const failure = (code: string, facts: object = {}): unknown =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as unknown }) as unknown;

/** A scripted ESP32 stub whose flash data is answered by the test. */
async function scriptedStub(
  onData: (it: ScriptedTransport, sequence: number, count: number) => void,
  tuning: LinkTuning = {},
): Promise<{ loader: Loader; wire: ScriptedTransport }> {
  let count = 0;
  const wire = new ScriptedTransport((frame, it) => {
    const opcode = opcodeOf(frame);
    if (opcode === 0x14) it.reply(opcode, { body: [0xff, 0] });
    else if (opcode === 0x08) it.reply(opcode, { body: [0, 0] });
    else if (opcode === 0x0a) it.reply(opcode, { value: 0x00f0_1d83, body: [0, 0] });
    else if (opcode === 0x03 || opcode === 0x11) {
      count += 1;
      onData(it, new DataView(frame.buffer).getUint32(12, true), count);
    } else it.reply(opcode, { body: [0, 0] });
  });
  const { loader } = await connect(wire, { ...connectOptions, before: 'no-reset', tuning });
  expect(loader.kind).toBe('stub');
  wire.sent.length = 0;
  return { loader, wire };
}

const sequences = (wire: ScriptedTransport): number[] =>
  wire.sent
    .filter((frame) => opcodeOf(frame) === 0x03 || opcodeOf(frame) === 0x11)
    .map((frame) => new DataView(frame.buffer).getUint32(12, true));

describe('writing flash', () => {
  it('sends a packet again that arrived damaged, since the loader has not acted on it', async () => {
    const { loader, wire } = await scriptedStub((it, _, count) =>
      it.reply(0x03, { body: count === 2 ? [0xc1, 0] : [0, 0] }),
    );
    await loader.writeFlash(plainWrite(0, someBytes(0x4000 * 3)));
    expect(sequences(wire)).toEqual([0, 1, 1, 2]);
  });

  it('gives up on a line that damages every packet', async () => {
    const { loader, wire } = await scriptedStub((it) => it.reply(0x03, { body: [0xc1, 0] }));
    await expect(loader.writeFlash(plainWrite(0, someBytes(100)))).rejects.toEqual(
      failure('protocol.commandFailed', { command: 'FLASH_DATA', reason: 0xc1 }),
    );
    expect(sequences(wire)).toEqual([0, 0, 0, 0]);
  });

  it('gives up when it was told to', async () => {
    const { loader, wire } = await scriptedStub((it) => it.reply(0x03, { body: [0xc1, 0] }), { packetSendings: 2 });
    await expect(loader.writeFlash(plainWrite(0, someBytes(100)))).rejects.toEqual(
      failure('protocol.commandFailed', { command: 'FLASH_DATA', reason: 0xc1 }),
    );
    expect(sequences(wire)).toEqual([0, 0]);
  });

  it('never sends a packet again whose fate is unknown: it could be written twice', async () => {
    const { loader, wire } = await scriptedStub((it, _, count) => {
      if (count === 1) it.reply(0x03, { body: [0, 0] });
    });
    await expect(loader.writeFlash(plainWrite(0, someBytes(0x4000 * 3)))).rejects.toEqual(
      failure('protocol.timeout', { command: 'FLASH_DATA' }),
    );
    expect(sequences(wire)).toEqual([0, 1]);
  });

  it('has one packet in flight', async () => {
    let unanswered = 0;
    const { loader } = await scriptedStub((it) => {
      unanswered += 1;
      expect(unanswered).toBe(1);
      it.clock.after(5, () => {
        unanswered -= 1;
        it.reply(0x03, { body: [0, 0] });
      });
    });
    await loader.writeFlash(plainWrite(0, someBytes(0x4000 * 4)));
  });

  it('waits for the erasing and writing that a very compressible packet causes, also in the packet after it', async () => {
    const { loader } = await scriptedStub((it) => {
      // 8 MB of zeroes: almost all of it is behind the first packet.
      it.clock.after(200_000, () => it.reply(0x11, { body: [0, 0] }));
    });
    const zeroes = new Uint8Array(8_000_000);
    const accepted: number[] = [];
    const startedAt = loader.clock.nowMs();
    await loader.writeFlash(compressedWrite(0, zeroes), { onBytes: (count) => accepted.push(count) });
    expect(accepted.at(-1)).toBe(zeroes.length);
    expect(loader.clock.nowMs() - startedAt).toBeGreaterThanOrEqual(200_000);
  });

  it('gives a packet of a dead board no more than its share of time', async () => {
    const { loader } = await scriptedStub(() => undefined);
    const startedAt = loader.clock.nowMs();
    await expect(loader.writeFlash(plainWrite(0, someBytes(0x4000)))).rejects.toEqual(failure('protocol.timeout'));
    expect(loader.clock.nowMs() - startedAt).toBeLessThan(11_000);
  });

  it('closes every write, so that an error of its last packet is not blamed on the next command', async () => {
    const { loader, wire } = await scriptedStub((it) => it.reply(0x11, { body: [0, 0] }));
    await loader.writeFlash(compressedWrite(0, someBytes(5000)));
    expect(opcodeOf(wire.sent.at(-1)!)).toBe(0x12);
  });

  it('writes nothing for nothing', async () => {
    const { loader, wire } = await scriptedStub(() => undefined);
    await loader.writeFlash(plainWrite(0, new Uint8Array(0)));
    expect(wire.sent).toEqual([]);
  });

  it('survives a size that is no multiple of anything', async () => {
    for (const length of [1, 3, 1023, 1025, 0x4001]) {
      const { connection, board } = await connectBoard('esp32c3');
      await connection.loader.attachFlash();
      await connection.loader.writeFlash(plainWrite(0x1000, someBytes(length)));
      const stub = await startStub(connection);
      await stub.writeFlash(plainWrite(0x2_0000, someBytes(length)));
      expect(holds(board, 0x1000, someBytes(length))).toBe(true);
      expect(holds(board, 0x2_0000, someBytes(length))).toBe(true);
    }
  });

  it('keeps the wire busy: data that does not compress goes at its rate', async () => {
    const { connection } = await connectBoard('esp32c3', { pace: true });
    const loader = await startStub(connection);
    await loader.changeBaudRate(921600);
    const bytes = someBytes(0x4_0000).map((byte) => (byte === 0xc0 || byte === 0xdb ? 1 : byte));
    const wireMs = (bytes.length * 10_000) / 921600;
    const startedAt = loader.clock.nowMs();
    await loader.writeFlash(plainWrite(0, bytes));
    const writtenAt = loader.clock.nowMs();
    await loader.readFlash(0, bytes.length);
    // Erasing and programming go on beside the wire; what is left over is headers, answers and the last packet.
    expect(writtenAt - startedAt).toBeLessThan(wireMs * 1.1);
    expect(loader.clock.nowMs() - writtenAt).toBeLessThan(wireMs * 1.1);
  });

  it('ends at once when it is cancelled in the middle', async () => {
    const { connection } = await connectBoard('esp32s3', { pace: true });
    const loader = await startStub(connection);
    const abort = new AbortController();
    const seen: number[] = [];
    await expect(
      loader.writeFlash(plainWrite(0, someBytes(0x4000 * 8)), {
        signal: abort.signal,
        onBytes: (count) => {
          seen.push(count);
          if (seen.length === 2) abort.abort();
        },
      }),
    ).rejects.toEqual(failure('job.cancelled'));
    expect(seen).toHaveLength(2);
  });

  it('ends at once when the board is unplugged in the middle', async () => {
    const { connection } = await connectBoard('esp32c6', { troubles: [{ name: 'unplug-after', amount: 60_000 }] });
    const loader = await startStub(connection);
    await expect(loader.writeFlash(plainWrite(0, someBytes(0x4000 * 8)))).rejects.toEqual(failure('port.unplugged'));
  });

  it('ends well with exactly the bytes, or not at all, when a byte gets lost on the way', async () => {
    const outcomes = new Set<string>();
    for (const amount of [20_000, 40_000, 40_001, 40_002, 60_003, 90_004]) {
      const { connection, board } = await connectBoard('esp32', { troubles: [{ name: 'drop-byte', amount }] });
      const loader = await startStub(connection);
      const bytes = someBytes(0x4000 * 8);
      const ending = loader.writeFlash(plainWrite(0, bytes)).then(
        () => (holds(board, 0, bytes) ? 'written' : 'askew'),
        (error: unknown) => (isAppError(error) && error.code.startsWith('protocol.') ? 'failed' : 'strange'),
      );
      outcomes.add(await ending);
    }
    expect([...outcomes].sort()).toEqual(['failed', 'written']);
  });

  it('keeps the bytes of an encrypted write out of the trace', async () => {
    const trace: TraceEvent[] = [];
    const { connection } = await connectBoard('esp32c3', {}, { trace: (event) => trace.push(event) });
    const loader = await startStub(connection);
    trace.length = 0;
    await loader.writeFlash({ ...plainWrite(0, someBytes(1024)), encrypted: true });
    const data = trace.filter(({ text }) => text.startsWith('FLASH_DATA seq'));
    expect(data).toHaveLength(1);
    expect(data[0]?.bytes).toBeNull();
  });

  it('refuses an encrypted write where the loader has no way to ask for it', async () => {
    const { connection } = await connectBoard('esp32');
    await expect(connection.loader.writeFlash({ ...plainWrite(0, someBytes(32)), encrypted: true })).rejects.toEqual(
      failure('protocol.unsupported', { chip: 'esp32', loader: 'rom' }),
    );
  });
});

describe('reading flash', () => {
  it('reads a span again whose digest was wrong', async () => {
    const { connection } = await connectBoard('esp32', {
      flash: someBytes(0x8000),
      troubles: [{ name: 'wrong-md5', amount: 1 }],
    });
    const loader = await startStub(connection);
    expect(Buffer.from(await loader.readFlash(0, 0x8000)).equals(Buffer.from(someBytes(0x8000)))).toBe(true);
  });

  it('never hands out data that did not match its digest', async () => {
    const { connection } = await connectBoard('esp32', { troubles: [{ name: 'wrong-md5', amount: Infinity }] });
    const loader = await startStub(connection);
    await expect(loader.readFlash(0, 0x2000)).rejects.toEqual(failure('protocol.badReply', { command: 'READ_FLASH' }));
  });

  it('gets through noise on the line', async () => {
    const { connection } = await connectBoard('esp32c3', { flash: someBytes(0x1_0000) });
    const loader = await startStub(connection);
    const noisy = await connectBoard('esp32c3', {
      flash: someBytes(0x1_0000),
      troubles: [{ name: 'noise', amount: 40_000 }],
    });
    const noisyLoader = await startStub(noisy.connection);
    const [clean, dirty] = [await loader.readFlash(0, 0x1_0000), await noisyLoader.readFlash(0, 0x1_0000)];
    expect(Buffer.from(dirty).equals(Buffer.from(clean))).toBe(true);
  });

  it('leaves the stub ready for the next command when it is cancelled', async () => {
    const { connection } = await connectBoard('esp32s2', { flash: someBytes(0x1_0000) });
    const loader = await startStub(connection);
    const abort = new AbortController();
    await expect(loader.readFlash(0, 0x1_0000, { signal: abort.signal, onBytes: () => abort.abort() })).rejects.toEqual(
      failure('job.cancelled'),
    );
    expect(await loader.md5(0, 16)).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('changing the rate', () => {
  it('tells ROM and stub what each wants to hear', async () => {
    const { loader, wire } = await scriptedStub(() => undefined);
    await loader.changeBaudRate(460800);
    expect(wire.baudRates.at(-1)).toBe(460800);
    const { connection, board } = await connectBoard('esp32c3');
    await connection.loader.changeBaudRate(230400);
    expect(board.baudRate).toBe(230400);
    expect(await connection.loader.readRegister(connection.chip.uart.dateReg)).toBeTypeOf('number');
  });

  it('goes back to the old rate where the new one does not work', async () => {
    let chipRate = 115200;
    const wire: ScriptedTransport = new ScriptedTransport((frame, it) => {
      const opcode = opcodeOf(frame);
      const hostRate = it.baudRates.at(-1);
      // The link garbles everything from the chip above 500000.
      if (hostRate !== chipRate) return;
      const isGarbled = chipRate > 500_000;
      if (opcode === 0x0f) chipRate = new DataView(frame.buffer).getUint32(8, true);
      if (isGarbled) it.receive(Uint8Array.of(0xc0, 0xdb, 1, 0xc0));
      else if (opcode === 0x14) it.reply(opcode, { body: [0xff, 0] });
      else it.reply(opcode, { value: opcode === 0x0a ? 0x00f0_1d83 : 0, body: [0, 0] });
    });
    const { loader } = await connect(wire, { ...connectOptions, before: 'no-reset' });
    await expect(loader.changeBaudRate(921600)).rejects.toEqual(failure('protocol.badFrame'));
    expect(chipRate).toBe(115200);
    expect(wire.baudRates.at(-1)).toBe(115200);
    expect(await loader.readRegister(0x4000_1000)).toBe(0x00f0_1d83);
    await loader.changeBaudRate(460800);
    expect(chipRate).toBe(460800);
  });

  it.each([
    [225, 1_417_846],
    [347, 921_600],
  ])('reckons with the crystal that ESP32-C2’s ROM does not see (divider %i)', async (divider, word) => {
    const info = [...new Uint8Array(12), 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const wire = new ScriptedTransport((frame, it) => {
      const opcode = opcodeOf(frame);
      if (opcode === 0x14) it.reply(opcode, { body: info });
      else it.reply(opcode, { value: opcode === 0x0a ? divider : 0x2012_0707 });
    });
    const { loader } = await connect(wire, { ...connectOptions, before: 'no-reset' });
    expect(loader.chip.id).toBe('esp32c2');
    await loader.changeBaudRate(921600);
    const request = wire.sent.find((frame) => opcodeOf(frame) === 0x0f)!;
    expect(new DataView(request.buffer).getUint32(8, true)).toBe(word);
    expect(wire.baudRates.at(-1)).toBe(921600);
  });

  it('says nothing to the chip where the host has no rate', async () => {
    const { transport } = await openBoard('esp32c3', { wiring: 'none' });
    const connection = await connect(transport, connectOptions);
    await connection.loader.changeBaudRate(921600);
    expect(await connection.loader.readRegister(connection.chip.uart.dateReg)).toBeTypeOf('number');
  });

  it('is not possible with ESP8266’s ROM', async () => {
    const { connection } = await connectBoard('esp8266');
    await expect(connection.loader.changeBaudRate(921600)).rejects.toEqual(
      failure('protocol.unsupported', { chip: 'esp8266', loader: 'rom' }),
    );
  });
});

describe('leaving the loader', () => {
  it('goes from the stub back to the ROM loader', async () => {
    const { connection, board } = await connectBoard('esp32c3');
    const stub = await startStub(connection);
    await stub.softReset('romLoader');
    await new Promise((resolve) => void connection.transport.clock.after(100, () => resolve(undefined)));
    expect(board.activity).toBe('romLoader');
  });

  it('starts the application of an ESP8266 from its stub', async () => {
    const { connection } = await connectBoard('esp8266');
    const stub = await startStub(connection);
    await stub.softReset('application');
    const other = await connectBoard('esp32c3');
    await expect((await startStub(other.connection)).softReset('application')).rejects.toEqual(
      failure('protocol.unsupported', { command: 'RUN_USER_CODE' }),
    );
  });
});

describe('the whole-chip erase', () => {
  it('is refused by a ROM loader that has not been told how large the flash is, and done when it has', async () => {
    const { connection, board } = await connectBoard('esp32', { flash: someBytes(0x2_0000) });
    await connection.loader.attachFlash();
    await expect(connection.loader.eraseFlash()).rejects.toEqual(failure('protocol.unsupported'));
    await connection.loader.setFlashParameters(board.flash.length);
    await connection.loader.eraseFlash();
    expect(board.flash.subarray(0, 0x2_0000).every((byte) => byte === 0xff)).toBe(true);
  });

  it('is waited for as long as a slow part needs', async () => {
    const { connection } = await connectBoard('esp32', {
      clock: new FakeClock({ autoAdvance: true }),
      troubles: [{ name: 'slow-erase', amount: 100_000 }],
      pace: true,
    });
    const stub = await startStub(connection);
    await stub.eraseFlash();
  });
});
