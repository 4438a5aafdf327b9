import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src-shared/errors/app-error';
import { connect } from '../../../src-main/engine/loader/connect';
import type { ConnectAttempt } from '../../../src-main/engine/loader/connection';
import { startStub } from '../../../src-main/engine/loader/stub';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { ScriptedTransport, opcodeOf } from '../protocol/scripted-transport';
import { compressedWrite, connectBoard, connectOptions, holds, someBytes } from './board';
import { runs } from '../../property-runs';

const failure = (code: string, facts: object = {}): unknown =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as unknown }) as unknown;

describe('connecting', () => {
  it('keeps the boot log that the chip printed', async () => {
    const { connection } = await connectBoard('esp32');
    expect(connection.bootLog).toMatch(/waiting for download/i);
    expect(connection.console).toBe('uart');
    expect(connection.secureDownloadMode).toBe(false);
    expect(connection.securityInfo).toBeNull();
  });

  it('tells the security info where the chip has one', async () => {
    const { connection } = await connectBoard('esp32c3');
    expect(connection.securityInfo).toMatchObject({ chipId: 5, flags: 0 });
  });

  it('goes through the strategies, one per attempt, and says so', async () => {
    const attempts: ConnectAttempt[] = [];
    const { connection } = await connectBoard(
      'esp32c3',
      { troubles: [{ name: 'no-boot', amount: 3 }] },
      { attempts: 7, onAttempt: (attempt) => attempts.push(attempt) },
    );
    expect(connection.chip.id).toBe('esp32c3');
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(new Set(attempts.map(({ strategy }) => strategy)).size).toBeGreaterThan(1);
    expect(connection.strategy).toBe(attempts.at(-1)?.strategy);
  });

  it('survives SYNCs that nobody answers', async () => {
    const { connection } = await connectBoard('esp32', { troubles: [{ name: 'no-sync', amount: 7 }] });
    expect(connection.chip.id).toBe('esp32');
  });

  it('survives replies in pieces, and a bridge that holds them back', async () => {
    const { connection } = await connectBoard('esp32s3', {
      troubles: [
        { name: 'split', amount: 1 },
        { name: 'latency', amount: 16 },
      ],
    });
    expect(connection.chip.id).toBe('esp32s3');
    expect((await startStub(connection)).kind).toBe('stub');
  });

  it('tries again where the line garbles what follows the SYNC', async () => {
    let questions = 0;
    const wire = new ScriptedTransport((frame, it) => {
      const opcode = opcodeOf(frame);
      if (opcode === 0x0a) {
        questions += 1;
        if (questions <= 2) it.receive(Uint8Array.of(0xc0, 0xdb, 1, 0xc0));
        else it.reply(opcode, { value: 0x00f0_1d83 });
      } else if (opcode === 0x14) it.reply(0x08, { body: [1, 5, 0, 0] });
      else it.reply(opcode, { value: 7 });
    });
    expect((await connect(wire, connectOptions)).chip.id).toBe('esp32');
  });

  it('ends in a connection or in an AppError, whatever comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 40 }), async (answers) => {
        let next = 0;
        const wire = new ScriptedTransport((frame, it) => {
          const answer = answers[next % answers.length]!;
          next += 1;
          // Often enough the reply is one of the right opcode, so that what comes after SYNC is reached too.
          if (next % 3 === 0) it.receive(answer);
          else it.reply(opcodeOf(frame), { value: 7, body: [...answer] });
        });
        try {
          await connect(wire, { ...connectOptions, attempts: 1 });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect((error as AppError).code).not.toBe('internal');
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('refuses another chip than the expected one', async () => {
    await expect(connectBoard('esp32s2', {}, { expectedChip: 'esp32s3' })).rejects.toEqual(
      failure('connect.wrongChip', { expected: 'esp32s3', found: 'esp32s2' }),
    );
  });

  it('frees its listeners when it fails and when it is detached', async () => {
    const wire = new ScriptedTransport();
    await expect(connect(wire, { ...connectOptions, attempts: 1 })).rejects.toEqual(failure('connect.noReply'));
    expect(wire.listenerCount).toBe(0);
    const { connection } = await connectBoard('esp32c6');
    connection.detach();
    await expect(connection.loader.readRegister(0)).rejects.toEqual(failure('port.notOpen'));
  });

  it('can be cancelled while it waits, and at once', async () => {
    const clock = new FakeClock();
    const wire = new ScriptedTransport(undefined, clock);
    const abort = new AbortController();
    const pending = connect(wire, { ...connectOptions, attempts: 0, signal: abort.signal });
    pending.catch(() => undefined);
    await clock.advance(20_000);
    const before = clock.nowMs();
    abort.abort();
    await expect(pending).rejects.toEqual(failure('job.cancelled'));
    expect(clock.nowMs()).toBe(before);
    expect(wire.listenerCount).toBe(0);
  });

  it('ends at once when the board is unplugged', async () => {
    const clock = new FakeClock();
    const wire = new ScriptedTransport(undefined, clock);
    const pending = connect(wire, { ...connectOptions, attempts: 0 });
    pending.catch(() => undefined);
    await clock.advance(700);
    wire.unplug();
    await clock.advance(2000);
    await expect(pending).rejects.toEqual(failure('port.unplugged'));
  });
});

describe('what went wrong', () => {
  it('is the boot mode where the chip starts from flash', async () => {
    await expect(
      connectBoard('esp32', { troubles: [{ name: 'no-boot', amount: Infinity }] }, { attempts: 2 }),
    ).rejects.toEqual(
      failure('connect.wrongBootMode', {
        path: 'sim://esp32',
        bootMode: 0x13,
        chip: 'esp32',
        straps: 'GPIO0 = 1, GPIO2 = 0',
      }),
    );
  });

  it('is silence where nothing comes back', async () => {
    await expect(connect(new ScriptedTransport(), { ...connectOptions, attempts: 2 })).rejects.toEqual(
      failure('connect.noReply', { attempts: 2, path: 'test://wire' }),
    );
  });

  it('is silence too where the chip waits for download and hears nothing', async () => {
    await expect(
      connectBoard('esp32c3', { troubles: [{ name: 'no-sync', amount: Infinity }] }, { attempts: 1 }),
    ).rejects.toEqual(failure('connect.noReply'));
  });

  it('is noise where bytes come that mean nothing', async () => {
    const wire = new ScriptedTransport((_, it) => it.receive(Uint8Array.from({ length: 40 }, (__, at) => 0x80 + at)));
    await expect(connect(wire, { ...connectOptions, attempts: 1 })).rejects.toEqual(failure('connect.noise'));
  });

  it('is another device where our own SYNC comes back', async () => {
    const wire = new ScriptedTransport((frame, it) => it.receive(Uint8Array.of(0xc0, ...frame, 0xc0)));
    await expect(connect(wire, { ...connectOptions, attempts: 1 })).rejects.toEqual(failure('connect.notEspressif'));
  });

  it('is an unknown chip where its id or its magic word is none of ours', async () => {
    const magic = new ScriptedTransport((frame, it) => {
      if (opcodeOf(frame) === 0x14) it.reply(0x08, { body: [1, 5, 0, 0] });
      else it.reply(opcodeOf(frame), { value: 0xdead_beef });
    });
    await expect(connect(magic, connectOptions)).rejects.toEqual(
      failure('connect.unknownChip', { magic: 0xdead_beef }),
    );
    const info = [...new Uint8Array(12), 99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const chipId = new ScriptedTransport((frame, it) =>
      it.reply(opcodeOf(frame), opcodeOf(frame) === 0x14 ? { body: info } : { value: 7 }),
    );
    await expect(connect(chipId, connectOptions)).rejects.toEqual(failure('connect.unknownChip', { chipId: 99 }));
  });
});

describe('a board without modem lines', () => {
  it('is found in download mode', async () => {
    const { connection } = await connectBoard('esp32c3', { wiring: 'none' });
    expect(connection.strategy).toBe('none');
    expect(connection.loader.kind).toBe('rom');
  });

  it('whose stub still runs is recognised, and its stub used as it is', async () => {
    const first = await connectBoard('esp32', { wiring: 'none' });
    await startStub(first.connection);
    first.connection.detach();

    const again = await connect(first.transport, connectOptions);
    expect(again.chip.id).toBe('esp32');
    expect(again.loader.kind).toBe('stub');
    expect(await startStub(again)).toBe(again.loader);
    await again.loader.writeFlash(compressedWrite(0x1000, someBytes(3000)));
    expect(holds(first.board, 0x1000, someBytes(3000))).toBe(true);
  });

  it('is taken as it is without reset and sync', async () => {
    const first = await connectBoard('esp32c6', { wiring: 'none' });
    first.connection.detach();
    const again = await connect(first.transport, { ...connectOptions, before: 'no-reset-no-sync' });
    expect(again.chip.id).toBe('esp32c6');
    expect(again.loader.kind).toBe('rom');
  });
});

describe('a chip on its own USB', () => {
  it('says so, has its watchdogs quietened, and takes the stub', async () => {
    const { connection } = await connectBoard('esp32c3', { wiring: 'usbSerialJtag' });
    expect(connection.console).toBe('usbSerialJtag');
    const { rtcWatchdog, superWatchdog } = connection.chip;
    expect(await connection.loader.readRegister(rtcWatchdog!.configReg)).toBe(0);
    const autoFeed = await connection.loader.readRegister(superWatchdog!.configReg);
    expect(autoFeed & superWatchdog!.autoFeedMask).not.toBe(0);
    expect((await startStub(connection)).kind).toBe('stub');
  });
});

describe('Secure Download Mode', () => {
  it.each(['esp32s2', 'esp32c3', 'esp32s3'] as const)(
    'is recognised on %s, where no stub can be started',
    async (id) => {
      const { connection, board } = await connectBoard(id, { security: { secureDownloadMode: true } });
      expect(connection.chip.id).toBe(id);
      expect(connection.secureDownloadMode).toBe(true);
      await expect(startStub(connection)).rejects.toEqual(failure('flash.secureDownloadMode', { chip: id }));
      await connection.loader.attachFlash();
      await connection.loader.setFlashParameters(board.flash.length);
      await connection.loader.writeFlash(compressedWrite(0, someBytes(2048)));
      expect(holds(board, 0, someBytes(2048))).toBe(true);
    },
  );
});

describe('starting the stub', () => {
  it('picks the image by revision where there are several', async () => {
    for (const revision of [100, 301]) {
      const { connection, board } = await connectBoard('esp32p4', { revision });
      expect((await startStub(connection)).kind).toBe('stub');
      expect(board.activity).toBe('stub');
    }
  });

  it('says what came instead of the greeting', async () => {
    const wire = new ScriptedTransport((frame, it) => {
      const opcode = opcodeOf(frame);
      if (opcode === 0x14) it.reply(0x08, { body: [1, 5, 0, 0] });
      else it.reply(opcode, { value: opcode === 0x0a ? 0x00f0_1d83 : 0x2012_0707 });
      if (opcode === 0x06) it.receive(Uint8Array.of(0xc0, 0x4e, 0x4f, 0xc0));
    });
    const connection = await connect(wire, connectOptions);
    await expect(startStub(connection)).rejects.toEqual(
      failure('stub.startFailed', { chip: 'esp32', received: '4e4f' }),
    );
  });

  it('says so where nothing came', async () => {
    const wire = new ScriptedTransport((frame, it) => {
      const opcode = opcodeOf(frame);
      if (opcode === 0x14) it.reply(0x08, { body: [1, 5, 0, 0] });
      else it.reply(opcode, { value: opcode === 0x0a ? 0x00f0_1d83 : 0x2012_0707 });
    });
    const connection = await connect(wire, connectOptions);
    await expect(startStub(connection)).rejects.toEqual(failure('stub.startFailed', { chip: 'esp32' }));
  });

  it('is not possible where there is no image', async () => {
    const { connection } = await connectBoard('esp32h21');
    await expect(startStub(connection)).rejects.toEqual(failure('stub.noImage', { chip: 'esp32h21' }));
  });
});
