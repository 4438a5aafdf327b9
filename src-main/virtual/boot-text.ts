import type { ChipDescriptor, ChipId } from '../../src-shared/chips/chip-descriptor';
import type { ResetCause } from './chip-program';
import { findApplication, imageSegments, isImage } from './flash-contents';
import { wordAt } from './little-endian';

/** How one chip's ROM announces itself. */
interface RomBanner {
  readonly banner: string;
  readonly flashMode: number;
  readonly downloadMode: number;
  readonly downloadName: string;
}

const UART_DOWNLOAD = 'DOWNLOAD_BOOT(UART0/UART1/SDIO_REI_REO_V2)';
const USB_DOWNLOAD = 'DOWNLOAD(USB/UART0)';
const rom = (id: string, build: string, flashMode: number, downloadMode: number): RomBanner => ({
  banner: `ESP-ROM:${id}\r\nBuild:${build}\r\n`,
  flashMode,
  downloadMode,
  downloadName: USB_DOWNLOAD,
});

/** Banner texts and boot-mode numbers as the chips print them. */
const banners: Readonly<Record<Exclude<ChipId, 'esp8266'>, RomBanner>> = {
  esp32: {
    banner: 'ets Jul 29 2019 12:21:46\r\n\r\n',
    flashMode: 0x13,
    downloadMode: 0x3,
    downloadName: UART_DOWNLOAD,
  },
  esp32s2: rom('esp32s2-rc4-20191025', 'Oct 25 2019', 0x8, 0x0),
  esp32s3: rom('esp32s3-20210327', 'Mar 27 2021', 0x8, 0x0),
  esp32s31: rom('esp32s31-20250731', 'Jul 31 2025', 0xc, 0x4),
  esp32c2: rom('esp8684-api2-20220127', 'Jan 27 2022', 0xc, 0x4),
  esp32c3: rom('esp32c3-api1-20210207', 'Feb  7 2021', 0xc, 0x4),
  esp32c5: rom('esp32c5-eco2-20250121', 'Jan 21 2025', 0x18, 0x10),
  esp32c6: rom('esp32c6-20220919', 'Sep 19 2022', 0xc, 0x4),
  esp32c61: rom('esp32c61-eco3-20250509', 'May  9 2025', 0xc, 0x4),
  esp32h2: rom('esp32h2-20221101', 'Nov  1 2022', 0xc, 0x4),
  esp32h21: rom('esp32h21-20240619', 'Jun 19 2024', 0xc, 0x4),
  esp32h4: rom('esp32h4-20250218', 'Feb 18 2025', 0xc, 0x4),
  esp32p4: rom('esp32p4-eco2-20240710', 'Jul 10 2024', 0x30f, 0x307),
  esp32e22: rom('esp32e22-20250601', 'Jun  1 2025', 0xc, 0x4),
};

const resetNames: Readonly<Record<ResetCause, readonly [code: number, esp32: string, later: string]>> = {
  powerOn: [0x1, 'POWERON_RESET', 'POWERON'],
  externalReset: [0x1, 'POWERON_RESET', 'POWERON'],
  watchdog: [0x10, 'RTCWDT_RTC_RESET', 'RTCWDT_RTC_RST'],
  software: [0xc, 'SW_CPU_RESET', 'RTC_SW_CPU_RST'],
  usbSerialJtag: [0x15, 'USB_UART_CHIP_RESET', 'USB_UART_CHIP_RESET'],
};

const hex = (value: number): string => `0x${value.toString(16)}`;

/** The text of a reset into download mode. */
export function downloadModeText(chip: ChipDescriptor, cause: ResetCause): string {
  if (chip.id === 'esp8266') return '\r\n ets Jan  8 2013,rst cause:2, boot mode:(1,6)\r\n\r\n';
  const { banner, downloadMode, downloadName } = banners[chip.id];
  return `${banner}${resetText(chip, cause)},boot:${hex(downloadMode)} (${downloadName})\r\nwaiting for download\r\n`;
}

/** The text of a reset that starts what is in flash: ROM, bootloader and application. */
export function flashBootText(chip: ChipDescriptor, cause: ResetCause, flash: Uint8Array): string {
  if (chip.id === 'esp8266') return esp8266BootText(flash);
  const { banner, flashMode } = banners[chip.id];
  const head = `${banner}${resetText(chip, cause)},boot:${hex(flashMode)} (SPI_FAST_FLASH_BOOT)\r\n`;
  if (!isImage(flash, chip.bootloaderOffset)) {
    const word = wordAt(flash, chip.bootloaderOffset);
    return head + `invalid header: ${hex(word)}\r\n`.repeat(8);
  }
  const loads = imageSegments(flash, chip.bootloaderOffset)
    .map((segment) => `load:${hex(segment.address)},len:${hex(segment.lengthBytes)}\r\n`)
    .join('');
  const entry = wordAt(flash, chip.bootloaderOffset + 4);
  return `${head}mode:DIO, clock div:2\r\n${loads}entry ${hex(entry)}\r\n${applicationText(chip, flash)}`;
}

function resetText(chip: ChipDescriptor, cause: ResetCause): string {
  const [code, esp32Name, laterName] = resetNames[cause];
  return `rst:${hex(code)} (${chip.id === 'esp32' ? esp32Name : laterName})`;
}

function applicationText(chip: ChipDescriptor, flash: Uint8Array): string {
  const lines = ['I (24) boot: ESP-IDF 2nd stage bootloader'];
  const found = findApplication(chip, flash);
  switch (found.kind) {
    case 'noPartitionTable':
      lines.push(
        'E (48) flash_parts: partition 0 invalid magic number 0xffff',
        'E (54) boot: Failed to verify partition table',
      );
      lines.push('E (60) boot: load partition table error!');
      break;
    case 'noApplication':
      lines.push(
        'I (48) boot: End of partition table',
        'E (54) boot: No bootable app partitions in the partition table',
      );
      break;
    case 'application':
      lines.push(
        'I (48) boot: End of partition table',
        `I (54) boot: Loaded app from partition at offset ${hex(found.offset)}`,
      );
      if (found.name !== null) {
        lines.push(`I (201) app_init: Project name:     ${found.name}`);
        lines.push(`I (206) app_init: App version:      ${found.version ?? ''}`);
      }
      lines.push('I (230) main_task: Calling app_main()');
      break;
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

function esp8266BootText(flash: Uint8Array): string {
  const head = '\r\n ets Jan  8 2013,rst cause:2, boot mode:(3,6)\r\n\r\n';
  if (!isImage(flash, 0)) return `${head}ets_main.c \r\n`;
  const loads = imageSegments(flash, 0)
    .map((segment) => `load ${hex(segment.address)}, len ${segment.lengthBytes}, room 16 \r\n`)
    .join('');
  return `${head}${loads}tail 0\r\nchksum 0x00\r\ncsum 0x00\r\n~ld\r\n`;
}
