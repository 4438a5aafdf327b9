import { describe, expect, it } from 'vitest';
import { diagnoseBootLog } from '../../../src-main/engine/reset/boot-log';
import { chipById } from '../../../src-shared/chips';
import { decodeStraps } from '../../../src-shared/chips/straps';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';

/** Logs as real boards print them, from Espressif's documentation and public forums. */
const logs = {
  esp8266Flash:
    '\r\n ets Jan  8 2013,rst cause:2, boot mode:(3,6)\r\n\r\nload 0x4010f000, len 3460, room 16\r\ntail 4\r\nchksum 0xcc\r\ncsum 0xcc\r\nv00077590\r\n',
  esp8266Download: ' ets Jan  8 2013,rst cause:2, boot mode:(1,7)\r\n',
  esp8266Documented: 'ets Jan  8 2014,rst cause 1, boot mode:(3,7)\n\nload 0x40100000, len 24236, room 16\n',
  esp8266Watchdog: ' ets Jan  8 2013,rst cause:4, boot mode:(3,6)\r\n\r\nwdt reset\r\n',
  esp8266Sdio: ' ets Jan  8 2013,rst cause:1, boot mode:(7,7)\r\n',
  esp32Flash:
    'ets Jul 29 2019 12:21:46\r\n\r\nrst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\nconfigsip: 0, SPIWP:0xee\r\nmode:DIO, clock div:2\r\nload:0x3fff0030,len:1344\r\nentry 0x400805f0\r\n',
  esp32Download:
    'ets Jun  8 2016 00:22:57\r\n\r\nrst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT(UART0/UART1/SDIO_REI_REO_V2))\r\nwaiting for download\r\n',
  esp32Sdio: 'rst:0x1 (POWERON_RESET),boot:0x1 (SDIO_REI_FEO_V1_BOOT)\r\n',
  esp32Erased:
    'rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\ninvalid header: 0xffffffff\r\ninvalid header: 0xffffffff\r\n',
  esp32ReadError:
    'rst:0x10 (RTCWDT_RTC_RESET),boot:0x33 (SPI_FAST_FLASH_BOOT)\r\nflash read err, 1000\r\nets_main.c 371 \r\n',
  esp32Brownout:
    'rst:0xf (RTCWDT_BROWN_OUT_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n\r\nBrownout detector was triggered\r\n\r\n',
  s2Download:
    'ESP-ROM:esp32s2-rc4-20191025\r\nBuild:Oct 25 2019\r\nrst:0x1 (POWERON),boot:0x0 (DOWNLOAD(USB/UART0/1/SPI))\r\nwaiting for download\r\n',
  s3Cut: 'ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\nrst:0x1 (POWERON),boot:0x0 (DOWNLOAD(USB/UART',
  s3Flash:
    'ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\nrst:0x1 (POWERON),boot:0x29 (SPI_FAST_FLASH_BOOT)\r\nSPIWP:0xee\r\n',
  c3Flash: 'ESP-ROM:esp32c3-api1-20210207\r\nBuild:Feb  7 2021\r\nrst:0x1 (POWERON),boot:0xc (SPI_FAST_FLASH_BOOT)\r\n',
  c3Download: 'Build:Feb  7 2021\r\nrst:0x1 (POWERON),boot:0x4 (DOWNLOAD(USB/UART0/1))\r\nwaiting for download\r\n',
  c3Spi: 'rst:0x1 (POWERON),boot:0x1 (SPI_DOWNLOAD_BOOT)\r\nwait spi download\r\n',
  c3Usb: 'rst:0x1 (POWERON),boot:0x0 (USB_BOOT)\r\nwait usb download\r\n',
  c3Forbidden:
    'rst:0x3 (RTC_SW_SYS_RST),boot:0x5 (DOWNLOAD(USB/UART0/1))\r\nSaved PC:0x40048b82\r\nDownload boot modes disabled\r\n',
  c3Brownout: 'Build:Feb  7 2021\r\nrst:0xf (BROWNOUT_RST),boot:0xd (SPI_FAST_FLASH_BOOT)\r\n',
  c6Download:
    'ESP-ROM:esp32c6-20220919\r\nBuild:Sep 19 2022\r\nrst:0x1 (POWERON),boot:0x4 (DOWNLOAD(USB/UART0/SDIO_FEI_FEO))\r\nwaiting for download\r\n',
  p4Flash:
    'ESP-ROM:esp32p4-eco2-20240710\r\nrst:0x7 (HP_SYS_HP_WDT_RESET), boot:0x31f (SPI_FAST_FLASH_BOOT)\r\ninvalid header: 0xaedb041d\r\n',
  noApp:
    'rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\nE (145) boot: Factory app partition is not bootable\r\nE (150) boot: No bootable app partitions in the partition table\r\n',
} as const;

describe('boot log', () => {
  it.each([
    ['esp8266Flash', 'flash', 3, 'external reset'],
    ['esp8266Download', 'download', 1, 'external reset'],
    ['esp8266Documented', 'flash', 3, 'power-on'],
    ['esp8266Watchdog', 'flash', 3, 'watchdog reset'],
    ['esp8266Sdio', 'other', 7, 'power-on'],
    ['esp32Flash', 'flash', 0x13, 'POWERON_RESET'],
    ['esp32Download', 'download', 0x3, 'POWERON_RESET'],
    ['esp32Sdio', 'other', 0x1, 'POWERON_RESET'],
    ['s2Download', 'download', 0x0, 'POWERON'],
    ['s3Cut', 'download', 0x0, 'POWERON'],
    ['s3Flash', 'flash', 0x29, 'POWERON'],
    ['c3Flash', 'flash', 0xc, 'POWERON'],
    ['c3Download', 'download', 0x4, 'POWERON'],
    ['c3Spi', 'other', 0x1, 'POWERON'],
    ['c3Usb', 'other', 0x0, 'POWERON'],
    ['c6Download', 'download', 0x4, 'POWERON'],
    ['p4Flash', 'flash', 0x31f, 'HP_SYS_HP_WDT_RESET'],
  ] as const)('%s says mode %s', (name, mode, bootMode, resetReason) => {
    expect(diagnoseBootLog(logs[name])).toMatchObject({ mode, bootMode, resetReason, looksLikeText: true });
  });

  it.each([
    ['esp32Erased', 'invalidHeader'],
    ['esp32ReadError', 'invalidHeader'],
    ['p4Flash', 'invalidHeader'],
    ['esp32Brownout', 'brownout'],
    ['c3Brownout', 'brownout'],
    ['c3Forbidden', 'downloadDisabled'],
    ['noApp', 'brokenImage'],
    ['esp32Flash', null],
    ['esp8266Flash', null],
    ['c3Download', null],
  ] as const)('%s shows the problem %s', (name, problem) => {
    expect(diagnoseBootLog(logs[name]).problem).toBe(problem);
  });

  it('goes by the last reset when there are several', () => {
    expect(diagnoseBootLog(logs.esp32Flash + logs.esp32Download).mode).toBe('download');
    expect(diagnoseBootLog(logs.esp32Download + logs.esp32Flash)).toMatchObject({ mode: 'flash', bootMode: 0x13 });
  });

  it('reads through noise before, after and between', () => {
    const noise = '\u0000\u00ff\u0080~x\ufffd'.repeat(5);
    expect(diagnoseBootLog(noise + logs.c3Flash + noise)).toMatchObject({ mode: 'flash', bootMode: 0xc });
  });

  it('tells nothing where the boot line itself was torn', () => {
    expect(diagnoseBootLog('rst:0x1 (POWERON),boot:0x13 (SPI_F\u00ff\u00fe\u0001')).toMatchObject({ mode: 'unknown' });
    expect(diagnoseBootLog('waiting for dow')).toMatchObject({ mode: 'unknown', bootMode: null });
  });

  it('takes the prompt of the ROM loader for download mode', () => {
    expect(diagnoseBootLog('waiting for download\r\n').mode).toBe('download');
  });

  it('knows text at another baud rate for noise', () => {
    const noise = String.fromCharCode(...Array.from({ length: 200 }, (_, index) => (index * 37 + 129) % 256));
    expect(diagnoseBootLog(noise)).toMatchObject({ mode: 'unknown', bootMode: null, looksLikeText: false });
    expect(diagnoseBootLog('').looksLikeText).toBe(false);
  });

  it('stays quick on megabytes of endless header errors', () => {
    const startedMs = performance.now();
    const diagnosis = diagnoseBootLog(logs.esp32Flash + 'invalid header: 0xffffffff\r\n'.repeat(100_000));
    // Only the end is looked at, so what stood megabytes before does not count.
    expect(diagnosis).toMatchObject({ problem: 'invalidHeader', bootMode: null });
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});

describe('the chip by its banner', () => {
  it.each([
    ['esp8266Flash', 'esp8266'],
    ['esp8266Documented', 'esp8266'],
    ['esp32Flash', 'esp32'],
    ['esp32Brownout', 'esp32'],
    ['s2Download', 'esp32s2'],
    ['s3Cut', 'esp32s3'],
    ['c3Flash', 'esp32c3'],
    ['c6Download', 'esp32c6'],
    ['p4Flash', 'esp32p4'],
    ['c3Download', null],
  ] as const)('%s is from %s', (name, chip) => {
    expect(diagnoseBootLog(logs[name]).chip).toBe(chip);
  });

  it('knows ESP32-C2 by the name on its package', () => {
    expect(diagnoseBootLog('ESP-ROM:esp8684-api2-20220127\r\nBuild:Jan 27 2022\r\n').chip).toBe('esp32c2');
  });
});

describe('strapping pins', () => {
  const pins = (bootMode: number, id: ChipId): string[] =>
    decodeStraps(bootMode, chipById(id)).map(({ pin, level, needed }) => `${pin} ${level}, needs ${needed}`);

  it('ESP32: 0x13 is BOOT (GPIO0) high', () => {
    expect(pins(0x13, 'esp32')).toEqual(['0 high, needs low', '2 low, needs low']);
    expect(pins(0x0b, 'esp32')).toEqual(['0 low, needs low', '2 high, needs low']);
  });

  it('ESP32-C3: 0xc is both high, 0x0 both low, 0x5 right for download', () => {
    expect(pins(0xc, 'esp32c3')).toEqual(['9 high, needs low', '8 high, needs high']);
    expect(pins(0x0, 'esp32c3')).toEqual(['9 low, needs low', '8 low, needs high']);
    expect(pins(0x5, 'esp32c3')).toEqual(['9 low, needs low', '8 high, needs high']);
  });

  it('ESP8266: mode 3 is GPIO0 and GPIO2 high, GPIO15 low', () => {
    expect(pins(3, 'esp8266')).toEqual(['0 high, needs low', '2 high, needs high', '15 low, needs low']);
  });
});
