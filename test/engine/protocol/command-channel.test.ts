import { describe, expect, it } from 'vitest';
import { CommandChannel } from '../../../src-main/engine/protocol/command-channel';
import type { TraceEvent } from '../../../src-main/engine/protocol/trace';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { ScriptedTransport, opcodeOf } from './scripted-transport';

const readReg = 0x0a;
const flashData = 0x03;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const failure = (code: string, facts: object = {}): unknown =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as unknown }) as unknown;

/** Answers READ_REG with the address as value. */
function echoRegister(frame: Uint8Array, wire: ScriptedTransport): void {
  if (opcodeOf(frame) === readReg) wire.reply(readReg, { value: new DataView(frame.buffer).getUint32(8, true) });
}

describe('a command', () => {
  it('gets the reply of its opcode, past late and duplicate ones', async () => {
    const wire = new ScriptedTransport((frame, it) => {
      for (let count = 0; count < 7; count += 1) it.reply(0x08, { value: 7 });
      echoRegister(frame, it);
    });
    const channel = new CommandChannel(wire);
    expect((await channel.request('READ_REG', { address: 0x1234 })).value).toBe(0x1234);
    expect((await channel.request('READ_REG', { address: 0x5678 })).value).toBe(0x5678);
  });

  it('is refused by the frame of another command that says "invalid message", and the rest of those frames hurts nobody', async () => {
    const wire = new ScriptedTransport((frame, it) => {
      if (opcodeOf(frame) === 0x14) {
        for (let count = 0; count < 4; count += 1) it.reply(0x08, { body: [1, 5, 0, 0] });
        it.clock.after(10, () => {
          for (let count = 0; count < 4; count += 1) it.reply(0x08, { body: [1, 5, 0, 0] });
        });
      } else echoRegister(frame, it);
    });
    const channel = new CommandChannel(wire);
    await expect(channel.request('GET_SECURITY_INFO', {})).rejects.toEqual(
      failure('protocol.commandFailed', { command: 'GET_SECURITY_INFO', reason: 5 }),
    );
    expect((await channel.request('READ_REG', { address: 9 })).value).toBe(9);
  });

  it('fails with the loader’s own reason', async () => {
    const wire = new ScriptedTransport((_, it) => it.reply(flashData, { body: [0xc1, 0] }));
    const channel = new CommandChannel(wire);
    await expect(channel.request('FLASH_DATA', { sequence: 0, data: new Uint8Array(4) })).rejects.toEqual(
      failure('protocol.commandFailed', { command: 'FLASH_DATA', reason: 0xc1 }),
    );
  });

  it('times out on the transport’s clock, at its rule, scaled by its work', async () => {
    const clock = new FakeClock();
    const channel = new CommandChannel(new ScriptedTransport(undefined, clock));
    let outcome: unknown = 'pending';
    channel
      .request('FLASH_BEGIN', { eraseSizeBytes: 1, packetCount: 1, packetSizeBytes: 1, offset: 0 }, { workBytes: 1e6 })
      .catch((error: unknown) => (outcome = error));
    await clock.advance(29_000);
    expect(outcome).toBe('pending');
    await clock.advance(1500);
    expect(outcome).toEqual(failure('protocol.timeout', { command: 'FLASH_BEGIN', timeoutMs: 30_000 }));
  });

  it('is sent again after a lost reply where that changes nothing', async () => {
    let asked = 0;
    const wire = new ScriptedTransport((frame, it) => {
      asked += 1;
      if (asked > 1) echoRegister(frame, it);
    });
    const channel = new CommandChannel(wire);
    expect((await channel.request('READ_REG', { address: 5 })).value).toBe(5);
    expect(asked).toBe(2);
  });

  it('is sent once where a repetition could write twice', async () => {
    const wire = new ScriptedTransport();
    const channel = new CommandChannel(wire);
    await expect(channel.request('FLASH_DATA', { sequence: 0, data: new Uint8Array(4) })).rejects.toEqual(
      failure('protocol.timeout'),
    );
    expect(wire.sent).toHaveLength(1);
  });

  it('never takes a late reply of a command that was given up for its own', async () => {
    let asked = 0;
    const wire = new ScriptedTransport((frame, it) => {
      asked += 1;
      if (asked <= 2) it.clock.after(3005, () => echoRegister(frame, it));
      else echoRegister(frame, it);
    });
    const channel = new CommandChannel(wire);
    await expect(channel.request('READ_REG', { address: 1 }, { timeoutMs: 3000 })).rejects.toEqual(
      failure('protocol.timeout'),
    );
    expect((await channel.request('READ_REG', { address: 2 })).value).toBe(2);
    expect(wire.discards).toBeGreaterThan(0);
  });

  it('reports a damaged reply as a bad frame', async () => {
    const wire = new ScriptedTransport((_, it) => it.receive(Uint8Array.of(0xc0, 1, 3, 0xdb, 0x41, 0xc0)));
    const channel = new CommandChannel(wire);
    await expect(channel.request('FLASH_DATA', { sequence: 0, data: new Uint8Array(4) })).rejects.toEqual(
      failure('protocol.badFrame', { reason: 'bad escape', sample: '0103' }),
    );
  });

  it('finds its reply behind damaged frames', async () => {
    const wire = new ScriptedTransport((frame, it) => {
      it.receive(Uint8Array.of(0xc0, 0xdb, 0x41, 0xc0));
      echoRegister(frame, it);
    });
    expect((await new CommandChannel(wire).request('READ_REG', { address: 3 })).value).toBe(3);
  });

  it('waits longer for what comes from far away, and lets late answers run out before it goes on', async () => {
    const delaysMs = [550, 900, 550];
    let count = 0;
    const wire = new ScriptedTransport((frame, it) => {
      const value = (count += 1);
      it.clock.after(delaysMs[value - 1] ?? 0, () => it.reply(opcodeOf(frame), { value }));
    });
    wire.link = { ...wire.link, answerDelayMs: 500 };
    const channel = new CommandChannel(wire);
    const write = { sequence: 0, data: new Uint8Array(4) };
    expect((await channel.request('MEM_DATA', write, { timeoutMs: 100 })).value).toBe(1);
    await expect(channel.request('MEM_DATA', write, { timeoutMs: 100 })).rejects.toEqual(failure('protocol.timeout'));
    expect((await channel.request('MEM_DATA', write, { timeoutMs: 100 })).value).toBe(3);
  });

  it('ends at once when the board is unplugged', async () => {
    const clock = new FakeClock();
    const wire = new ScriptedTransport(undefined, clock);
    const channel = new CommandChannel(wire);
    const request = channel.request('READ_REG', { address: 0 });
    wire.unplug();
    await expect(request).rejects.toEqual(failure('port.unplugged', { path: 'test://wire' }));
    await expect(channel.request('READ_REG', { address: 0 })).rejects.toEqual(failure('port.unplugged'));
    expect(clock.nowMs()).toBe(0);
    expect(clock.pendingTimers).toBe(0);
  });

  it('ends at once when it is cancelled, and is not sent when it was before', async () => {
    const clock = new FakeClock();
    const wire = new ScriptedTransport(undefined, clock);
    const channel = new CommandChannel(wire);
    const abort = new AbortController();
    const request = channel.request('READ_REG', { address: 0 }, { signal: abort.signal });
    abort.abort();
    await expect(request).rejects.toEqual(failure('job.cancelled'));
    await expect(channel.request('READ_REG', { address: 0 }, { signal: abort.signal })).rejects.toEqual(
      failure('job.cancelled'),
    );
    expect(wire.sent).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is ended by the unplugging, not by the failed write that comes a moment before it is noticed', async () => {
    const wire = new ScriptedTransport();
    wire.write = () => {
      wire.clock.after(50, () => wire.unplug());
      return Promise.reject(new Error('write failed'));
    };
    await expect(new CommandChannel(wire).request('READ_REG', { address: 0 })).rejects.toEqual(
      failure('port.unplugged'),
    );
  });

  it('passes on why it could not be written', async () => {
    const wire = new ScriptedTransport();
    wire.write = () => Promise.reject(new Error('no wire'));
    await expect(new CommandChannel(wire).request('READ_REG', { address: 0 })).rejects.toThrow('no wire');
  });

  it('is alone: a second one at the same time is a mistake of the program', async () => {
    const channel = new CommandChannel(new ScriptedTransport());
    const first = channel.request('READ_REG', { address: 0 });
    await expect(channel.request('READ_REG', { address: 4 })).rejects.toEqual(failure('internal'));
    await expect(first).rejects.toEqual(failure('protocol.timeout'));
  });
});

describe('text between frames', () => {
  it('goes to the listeners, also when stray delimiters make it look like a frame', async () => {
    const wire = new ScriptedTransport();
    const channel = new CommandChannel(wire);
    let heard = '';
    const unsubscribe = channel.onText((bytes) => (heard += text(bytes)));
    wire.receive(new TextEncoder().encode('ets Jun  8 2016\r\n'));
    wire.receive(Uint8Array.of(0xc0, ...new TextEncoder().encode('boot:0x13'), 0xc0));
    unsubscribe();
    wire.receive(new TextEncoder().encode('more'));
    expect(heard).toBe('ets Jun  8 2016\r\nboot:0x13');
    await channel.drain();
  });
});

describe('frames that answer nothing', () => {
  it('are kept in order for whoever collects them', async () => {
    const wire = new ScriptedTransport((_, it) => {
      it.reply(0xd2, { body: [0, 0] });
      it.receive(Uint8Array.of(0xc0, 1, 2, 3, 0xc0, 0xc0, 4, 0xc0));
    });
    const channel = new CommandChannel(wire);
    const frames = channel.collectFrames('READ_FLASH');
    await channel.request('READ_FLASH', { offset: 0, sizeBytes: 4, packetSizeBytes: 4, maxInFlight: 1 });
    expect([...(await frames.next(100))]).toEqual([1, 2, 3]);
    expect([...(await frames.next(100))]).toEqual([4]);
    await expect(frames.next(100)).rejects.toEqual(
      failure('protocol.timeout', { command: 'READ_FLASH', timeoutMs: 100 }),
    );
    const waiting = frames.next(100);
    wire.unplug();
    await expect(waiting).rejects.toEqual(failure('port.unplugged'));
  });
});

describe('the trace', () => {
  it('holds what crossed the wire, and no bytes of what is confidential', async () => {
    const events: TraceEvent[] = [];
    const wire = new ScriptedTransport((frame, it) => it.reply(opcodeOf(frame)));
    const channel = new CommandChannel(wire, (event) => events.push(event));
    await channel.request('READ_REG', { address: 0x10 });
    await channel.request('FLASH_DATA', { sequence: 0, data: Uint8Array.of(1, 2) }, { confidential: true });
    expect(events.map(({ direction, text: line, bytes }) => [direction, line, bytes?.length ?? null])).toEqual([
      ['toChip', 'READ_REG address=0x10', 12],
      ['fromChip', 'READ_REG value=0x0 len=4', 12],
      ['toChip', 'FLASH_DATA seq=0 len=2', null],
      ['fromChip', 'FLASH_DATA value=0x0 len=4', 12],
    ]);
  });
});

describe('detaching', () => {
  it('frees every listener and tells whoever waits', async () => {
    const wire = new ScriptedTransport(undefined, new FakeClock());
    const channel = new CommandChannel(wire);
    const request = channel.request('READ_REG', { address: 0 });
    channel.detach();
    await expect(request).rejects.toEqual(failure('port.notOpen'));
    expect(wire.listenerCount).toBe(0);
  });
});
