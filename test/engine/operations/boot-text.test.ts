import { describe, expect, it } from 'vitest';
import { cleanBootText, summarizeBootText } from '../../../src-main/engine/operations/read-boot-text';
import { chipById } from '../../../src-shared/chips';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const esp32 = chipById('esp32');
const esp8266 = chipById('esp8266');

const rom =
  'ets Jul 29 2019 12:21:46\n\nrst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\nmode:DIO, clock div:2\nload:0x3fff0030,len:1344\nentry 0x400805f0\n';
const idf =
  rom +
  'I (27) boot: ESP-IDF v5.1 2nd stage bootloader\nI (50) boot: End of partition table\nI (54) esp_image: segment 0: paddr=00010020\nI (130) boot: Loaded app from partition at offset 0x10000\n';

describe('cleaning', () => {
  it('drops colours, control characters and carriage returns', () => {
    const text = cleanBootText(
      bytes('\r\n\u001b[0;32mI (27) boot: hello\u001b[0m\r\n\u0000\u0007wörld\u0008\r\n\r\n\r\n\r\nend'),
    );
    expect(text).toBe('I (27) boot: hello\nwörld\n\nend');
  });

  it("drops the loader's last replies in front of the text, and bytes that are no text", () => {
    const frame = [0xc0, 0x01, 0x0a, 0x00, 0x41, 0x42, 0x43, 0xc0];
    const received = Uint8Array.from([...frame, ...frame, 0xff, 0xfe, ...bytes('ets Jul 29 2019')]);
    expect(cleanBootText(received)).toBe('ets Jul 29 2019');
    expect(cleanBootText(Uint8Array.from([0xc0, ...bytes('no end')]))).toBe('no end');
  });
});

describe('what the text means', () => {
  it('names the application and its version', () => {
    const text = `${idf}I (201) app_init: Project name:     hello_world\nI (206) app_init: App version:      v1.2-3-g1234567\n`;
    expect(summarizeBootText(text, esp32)).toMatchObject({
      started: true,
      app: 'hello_world v1.2-3-g1234567',
      problem: null,
    });
  });

  it('takes what is printed after the bootloader for the application', () => {
    expect(summarizeBootText(`${rom}Hello from the sketch\n`, esp32)).toMatchObject({ started: true, app: null });
    const sketch =
      'ets Jan  8 2013,rst cause:2, boot mode:(3,6)\n\nload 0x4010f000, len 3460, room 16\ncsum 0xcc\nHello\n';
    expect(summarizeBootText(sketch, esp8266).started).toBe(true);
  });

  it('claims nothing where only ROM and bootloader spoke, or nobody', () => {
    for (const text of [rom, idf, '', 'garbage']) {
      expect(summarizeBootText(text, esp32)).toMatchObject({ started: null, problem: null });
    }
  });

  it.each([
    ['invalidHeader', `${rom.split('mode')[0] ?? ''}invalid header: 0xffffffff\ninvalid header: 0xffffffff\n`],
    ['brownout', `${idf}\nBrownout detector was triggered\n\n${rom}`],
    [
      'wrongBootMode',
      'rst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT(UART0/UART1/SDIO_REI_REO_V2))\nwaiting for download\n',
    ],
    ['wrongBootMode', 'rst:0x1 (POWERON),boot:0x1 (SPI_DOWNLOAD_BOOT)\n'],
    ['crashLoop', `${idf}Guru Meditation Error: Core  0 panic'ed (LoadProhibited). Exception was unhandled.\n`],
    ['crashLoop', rom.repeat(3)],
    ['brokenImage', `${idf}E (150) boot: No bootable app partitions in the partition table\n`],
    ['brokenImage', `${rom}E (54) boot: Failed to verify partition table\nE (60) boot: load partition table error!\n`],
  ] as const)('knows %s', (problem, text) => {
    expect(summarizeBootText(text, esp32)).toMatchObject({ started: false, problem });
  });

  it('knows a blank ESP8266 and a crashing sketch', () => {
    const blank = 'ets Jan  8 2013,rst cause:2, boot mode:(3,6)\n\nets_main.c\n';
    expect(summarizeBootText(blank, esp8266).problem).toBe('invalidHeader');
    const crash = 'ets Jan  8 2013,rst cause:2, boot mode:(3,6)\ncsum 0xcc\nFatal exception (0):\nepc1=0x402411b4\n';
    expect(summarizeBootText(crash, esp8266)).toMatchObject({ started: false, problem: 'crashLoop' });
  });
});
