import { describe, expect, it } from 'vitest';
import { readGlobalOptions } from '../../src-main/cli/global-options';
import { readFlashSettings, readPairs } from '../../src-main/cli/commands/flash-options';
import { parseSimAddress } from '../../src-main/virtual/serve/sim-address';
import { parseListenAddress } from '../../src-main/cli/listen-address';

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('global options', () => {
  it('have the defaults of the reference tool, and automatic speed', () => {
    expect(readGlobalOptions({}, {})).toEqual({
      port: null,
      baudRate: 'automatic',
      chip: null,
      before: 'default-reset',
      after: 'hard-reset',
      useStub: true,
      connectAttempts: null,
      openPortAttempts: null,
      portFilter: [],
      vddSdio: null,
      trace: false,
      spiConnection: null,
    });
  });

  it('come from the environment where they are not given', () => {
    const env = {
      ESPTOOL_PORT: 'COM7',
      ESPTOOL_BAUD: '460800',
      ESPTOOL_CHIP: 'ESP32-C3',
      ESPTOOL_BEFORE: 'no_reset',
      ESPTOOL_AFTER: 'soft_reset',
      ESPTOOL_CONNECT_ATTEMPTS: '0',
      ESPTOOL_OPEN_PORT_ATTEMPTS: '3',
    };
    expect(readGlobalOptions({}, env)).toMatchObject({
      port: 'COM7',
      baudRate: 460_800,
      chip: 'esp32c3',
      before: 'no-reset',
      after: 'soft-reset',
      connectAttempts: 0,
      openPortAttempts: 3,
    });
    expect(readGlobalOptions({ port: 'COM8', baud: 'automatic', chip: 'auto' }, env)).toMatchObject({
      port: 'COM8',
      baudRate: 'automatic',
      chip: null,
    });
  });

  it('less than no attempt means without end', () => {
    expect(readGlobalOptions({ connectAttempts: '-1' }, {}).connectAttempts).toBe(0);
  });

  it.each([
    [{ baud: 'fast' }, 'input.notANumber'],
    [{ baud: '300' }, 'input.badChoice'],
    [{ chip: 'esp99' }, 'input.badChoice'],
    [{ before: 'reset' }, 'input.badChoice'],
    [{ after: 'default-reset' }, 'input.badChoice'],
    [{ connectAttempts: '-1k' }, 'input.notANumber'],
    [{ connectAttempts: 'many' }, 'input.notANumber'],
    [{ openPortAttempts: '1.5' }, 'input.notANumber'],
    [{ overrideVddsdio: '3.3V' }, 'input.badChoice'],
  ])('%o are refused as %s', (values, code) => {
    expect(() => readGlobalOptions(values, {})).toThrow(refused(code));
  });
});

describe('options of write-flash', () => {
  const options = readGlobalOptions({}, {});

  it('leave the header as it is unless it is asked for otherwise', () => {
    expect(readFlashSettings({}, options, {})).toMatchObject({
      flashMode: 'keep',
      flashFrequency: 'keep',
      flashSize: 'keep',
      compression: 'automatic',
      eraseAll: false,
      force: false,
    });
  });

  it('come from the environment where they are not given', () => {
    const env = { ESPTOOL_FM: 'DIO', ESPTOOL_FF: '40M', ESPTOOL_FS: '4mb' };
    expect(readFlashSettings({}, options, env)).toMatchObject({
      flashMode: 'dio',
      flashFrequency: '40m',
      flashSize: '4MB',
    });
    expect(readFlashSettings({ flashMode: 'qio' }, options, env)).toMatchObject({ flashMode: 'qio' });
  });

  it('an environment variable that is set to nothing counts as not set', () => {
    const env = { ESPTOOL_FM: '', ESPTOOL_FF: '', ESPTOOL_FS: '' };
    expect(readFlashSettings({}, options, env)).toEqual(readFlashSettings({}, options, {}));
  });

  it('know the flash sizes with OTA slots of the ESP8266', () => {
    expect(readFlashSettings({ flashSize: '2mb-c1' }, options, {})).toMatchObject({ flashSize: '2MB-c1' });
    expect(readFlashSettings({ flashSize: 'DETECT' }, options, {})).toMatchObject({ flashSize: 'detect' });
  });

  it('say when a file is missing for the last address', () => {
    expect(readPairs(['0x0', 'a.bin', '64k', 'b.bin'])).toEqual([
      { offsetText: '0x0', path: 'a.bin' },
      { offsetText: '64k', path: 'b.bin' },
    ]);
    expect(() => readPairs(['0x0', 'a.bin', '0x1000'])).toThrow(refused('input.missing'));
  });
});

describe('the address of a virtual board', () => {
  it('names the chip, its flash file and its troubles', () => {
    expect(parseSimAddress('sim://ESP32-C3?flash=/tmp/f.bin&size=8MB&trouble=split&trouble=unplug-after=100')).toEqual({
      chip: 'esp32c3',
      flashFile: '/tmp/f.bin',
      flashSize: '8MB',
      troubles: ['split', 'unplug-after=100'],
      application: null,
      security: {},
    });
  });

  it('names what is burnt into the chip', () => {
    expect(parseSimAddress('sim://esp32s3?security=secure-download&security=secure-boot').security).toEqual({
      secureDownloadMode: true,
      secureBoot: true,
    });
  });

  it.each(['sim://', 'sim://esp99', 'sim://esp32?colour=red', 'sim://esp32?security=padlock'])(
    '%s is refused',
    (path) => {
      expect(() => parseSimAddress(path)).toThrow(refused('port.badAddress'));
    },
  );
});

describe('the address to listen at', () => {
  it('is a host and a port, or a port alone', () => {
    expect(parseListenAddress('0.0.0.0:5555')).toEqual({ host: '0.0.0.0', port: 5555 });
    expect(parseListenAddress('[::1]:5555')).toEqual({ host: '::1', port: 5555 });
    expect(parseListenAddress('5555')).toEqual({ host: '127.0.0.1', port: 5555 });
    expect(parseListenAddress(':0')).toEqual({ host: '127.0.0.1', port: 0 });
  });

  it.each(['', 'here', '127.0.0.1', '127.0.0.1:70000', 'a b:5'])('%s is refused', (text) => {
    expect(() => parseListenAddress(text)).toThrow(refused('port.badAddress'));
  });
});
