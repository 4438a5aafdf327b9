import { describe, expect, it } from 'vitest';
import type { BeforeConnect } from '../../../src-main/engine/reset/reset-strategy';
import { hardReset, parseCustomSequence, strategiesFor } from '../../../src-main/engine/reset/reset-strategies';
import type { LinkFacts } from '../../../src-main/engine/transport/transport';
import { AppError } from '../../../src-shared/errors/app-error';
import { link, RecordingTransport } from './recording-transport';

const ids = (facts: LinkFacts, before: BeforeConnect = 'default-reset', custom: string | null = null): string[] =>
  strategiesFor(facts, before, custom).map(({ id }) => id);

async function play(facts: LinkFacts, index = 0, custom: string | null = null): Promise<string[]> {
  const transport = new RecordingTransport(facts);
  await strategiesFor(facts, 'default-reset', custom)[index]?.enterDownloadMode(transport);
  return transport.log;
}

describe('which strategies are tried', () => {
  it('starts with the tight ones where both lines change in one call', () => {
    expect(ids(link('usbUartBridge'))).toEqual(['unixTight', 'unixTightLongDelay', 'classic', 'classicLongDelay']);
  });

  it('leaves the tight ones out where each line takes its own call', () => {
    expect(ids(link('usbUartBridge', { setsLinesTogether: false }))).toEqual(['classic', 'classicLongDelay']);
  });

  it("uses the chip's own USB sequence on its own USB", () => {
    expect(ids(link('usbSerialJtag'))).toEqual(['usbSerialJtag']);
    expect(ids(link('usbOtg'))).toEqual(['usbOtg']);
  });

  it('tries the USB-Serial/JTAG sequence last on a port that does not tell what it is', () => {
    expect(ids(link('unknown')).at(-1)).toBe('usbSerialJtag');
  });

  it('touches no line when told not to, or where there is none', () => {
    expect(ids(link('usbUartBridge'), 'no-reset')).toEqual(['none']);
    expect(ids(link('usbUartBridge'), 'no-reset-no-sync')).toEqual(['none']);
    for (const before of ['default-reset', 'usb-reset'] as const) {
      expect(ids(link('network', { hasModemLines: false }), before, 'D0')).toEqual(['none']);
    }
  });

  it('obeys usb-reset and a custom sequence', () => {
    expect(ids(link('usbUartBridge'), 'usb-reset')).toEqual(['usbSerialJtag']);
    expect(ids(link('usbUartBridge'), 'default-reset', 'D0|R1')).toEqual(['custom']);
  });
});

describe('what the lines do (time in ms, DTR,RTS)', () => {
  const separately = link('usbUartBridge', { setsLinesTogether: false });

  it('classic: EN low for 100 ms, then BOOT low for 50 ms', async () => {
    expect(await play(separately)).toEqual(['0 0,0', '0 0,1', '100 1,1', '100 1,0', '150 0,0']);
  });

  it('classic with the long delay: BOOT low for 550 ms', async () => {
    expect(await play(separately, 1)).toEqual(['0 0,0', '0 0,1', '100 1,1', '100 1,0', '650 0,0']);
  });

  it('tight: from reset to download in one change of both lines', async () => {
    expect(await play(link('usbUartBridge'))).toEqual(['0 0,0', '0 1,1', '0 0,1', '100 1,0', '150 0,0']);
    expect((await play(link('usbUartBridge'), 1)).at(-1)).toBe('650 0,0');
  });

  it('holds BOOT for as long as somebody chose, and longer by half a second where that is not enough', async () => {
    const lastOf = async (index: number): Promise<string | undefined> => {
      const transport = new RecordingTransport(link('usbUartBridge'));
      await strategiesFor(transport.link, 'default-reset', null, 750)[index]?.enterDownloadMode(transport);
      return transport.log.at(-1);
    };
    expect(await lastOf(0)).toBe('850 0,0');
    expect(await lastOf(1)).toBe('1350 0,0');
    expect(await lastOf(2)).toBe('850 0,0');
  });

  it('USB-Serial/JTAG: goes through 1,1 and never through 0,0 while it resets', async () => {
    expect(await play(link('usbSerialJtag'))).toEqual(['0 0,0', '100 1,0', '200 1,1', '200 0,1', '300 0,0']);
  });

  it('USB-OTG: RTS falls while DTR is asserted, which its CDC device takes as "reboot to download"', async () => {
    expect(await play(link('usbOtg'))).toEqual(['0 0,0', '0 0,1', '100 1,1', '100 1,0', '150 0,0']);
  });

  it('hard reset: EN low for 100 ms, BOOT untouched', async () => {
    const transport = new RecordingTransport(link('usbUartBridge'));
    await hardReset(transport);
    expect(transport.log).toEqual(['0 0,1', '100 0,0']);
  });

  it("hard reset over a chip's own USB: 200 ms, and time to come back", async () => {
    const transport = new RecordingTransport(link('usbSerialJtag'));
    await hardReset(transport);
    expect(transport.log).toEqual(['0 0,1', '200 0,0']);
    expect(transport.clock.nowMs()).toBe(400);
  });

  it('hard reset by a sequence of somebody’s own', async () => {
    const transport = new RecordingTransport(link('usbUartBridge'));
    await hardReset(transport, undefined, 'R1|W0.3|R0');
    expect(transport.log).toEqual(['0 0,1', '300 0,0']);
    await expect(hardReset(transport, undefined, 'R2')).rejects.toMatchObject({ code: 'input.badChoice' });
  });

  it('hard reset does nothing without modem lines', async () => {
    const transport = new RecordingTransport(link('network', { hasModemLines: false }));
    await hardReset(transport);
    expect(transport.log).toEqual([]);
  });
});

describe('when a reset is interrupted', () => {
  it('cancelling in the middle of a wait releases EN', async () => {
    const controller = new AbortController();
    const transport = new RecordingTransport(link('usbUartBridge'));
    transport.clock.after(30, () => controller.abort());
    const reset = strategiesFor(transport.link, 'default-reset', null)[0]?.enterDownloadMode(
      transport,
      controller.signal,
    );
    await expect(reset).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(transport.lines).toEqual({ dtr: false, rts: false });
    expect(transport.clock.nowMs()).toBe(30);
  });

  it('a bridge that is pulled out is reported', async () => {
    const transport = new RecordingTransport(link('usbUartBridge'));
    transport.failure = { fromCall: 2, error: new AppError('port.unplugged', { path: 'test' }) };
    await expect(hardReset(transport)).rejects.toMatchObject({ code: 'port.unplugged' });
  });

  it('a chip whose own USB leaves the bus has been reset: that is no error', async () => {
    const transport = new RecordingTransport(link('usbSerialJtag'));
    transport.failure = { fromCall: 2, error: new AppError('port.unplugged', { path: 'test' }) };
    await expect(hardReset(transport)).resolves.toBeUndefined();
  });
});

describe('custom sequence', () => {
  it('plays the documented example', async () => {
    expect(await play(link('usbUartBridge'), 0, 'D0|R1|W0.1|D1|R0|W0.5|D0')).toEqual([
      '0 0,0',
      '0 0,1',
      '100 1,1',
      '100 1,0',
      '600 0,0',
    ]);
  });

  it('sets both lines at once with U', () => {
    expect(parseCustomSequence('U1,0| U0,1 |W2')).toEqual([
      { dtr: true, rts: false },
      { dtr: false, rts: true },
      { waitMs: 2000 },
    ]);
  });

  it.each(['', 'D2', 'D', 'X1', 'W', 'W-1', 'W1e9', 'W99999', 'U1', 'U1,2', 'D0||R1', 'D0|R1|', 'D0;R1'])(
    'refuses %j with the text it could not read',
    (text) => {
      expect(() => parseCustomSequence(text)).toThrow(
        expect.objectContaining({ code: 'input.badChoice', facts: expect.objectContaining({ text }) as object }),
      );
    },
  );
});
