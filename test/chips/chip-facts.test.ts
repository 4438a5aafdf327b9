import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BitField, ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { chips } from '../../src-shared/chips/index';

const file = '../shared/fixtures/chip-facts.json';
type Fact = number | boolean | string | null | undefined | object;
type Facts = Readonly<Record<string, Fact>>;

/** The mask of a bit field within its word. */
const maskOf = (field: BitField): number => (2 ** field.bits - 1) * 2 ** field.shift;

/** Constant of the reference tool → what the descriptor says in its place; `undefined` = the descriptor leaves it out. */
function saidBy(chip: ChipDescriptor): Readonly<Record<string, Fact>> {
  const { spi, uart, security, watchdogReset, rtcWatchdog, superWatchdog } = chip;
  const firstSecureBoot = security?.secureBootEnabled[0];
  return {
    CHIP_NAME: chip.name,
    IMAGE_CHIP_ID: chip.imageChipId,
    USES_MAGIC_VALUE: chip.detect.by === 'magic',
    MAGIC_VALUE: chip.detect.by === 'magic' ? chip.detect.magic[0] : undefined,
    UF2_FAMILY_ID: chip.uf2FamilyId,
    BOOTLOADER_FLASH_OFFSET: chip.bootloaderOffset,
    FLASH_ENCRYPTED_WRITE_ALIGN: chip.encryptedWriteAlign,
    FLASH_FREQUENCY: chip.flashFrequencies,
    FLASH_SIZES: chip.flashSizes,
    SPI_REG_BASE: spi.base,
    SPI_USR_OFFS: spi.usr,
    SPI_USR1_OFFS: spi.usr1,
    SPI_USR2_OFFS: spi.usr2,
    SPI_W0_OFFS: spi.w0,
    SPI_MOSI_DLEN_OFFS: spi.mosiDlen,
    SPI_MISO_DLEN_OFFS: spi.misoDlen,
    SPI_ADDR_REG_MSB: spi.addrIsMsbFirst,
    UART_CLKDIV_REG: uart.clkDivReg,
    UART_DATE_REG_ADDR: uart.dateReg,
    XTAL_CLK_DIVIDER: chip.crystal.by === 'uartDivider' ? chip.crystal.divider : undefined,
    MAC_EFUSE_REG: chip.mac.by === 'efuseWords' ? chip.mac.address : undefined,
    ESP_OTP_MAC0: chip.mac.by === 'esp8266Otp' ? chip.mac.otp0 : undefined,
    ESP_OTP_MAC1: chip.mac.by === 'esp8266Otp' ? chip.mac.otp1 : undefined,
    ESP_OTP_MAC3: chip.mac.by === 'esp8266Otp' ? chip.mac.otp3 : undefined,
    EFUSE_BASE: chip.efuseBase,
    EFUSE_SPI_BOOT_CRYPT_CNT_REG: security?.spiBootCryptCount.address,
    EFUSE_SPI_BOOT_CRYPT_CNT_MASK: security === null ? undefined : maskOf(security.spiBootCryptCount),
    EFUSE_SECURE_BOOT_EN_REG: firstSecureBoot?.address,
    EFUSE_SECURE_BOOT_EN_MASK: firstSecureBoot && maskOf(firstSecureBoot),
    EFUSE_DIS_DOWNLOAD_MANUAL_ENCRYPT_REG: security?.downloadManualEncryptDisabled?.address,
    EFUSE_DIS_DOWNLOAD_MANUAL_ENCRYPT:
      security?.downloadManualEncryptDisabled && maskOf(security.downloadManualEncryptDisabled),
    MEMORY_MAP: chip.memoryMap,
    USB_RAM_BLOCK: chip.rom.usbRamBlockSizeBytes ?? undefined,
    RTC_CNTL_WDTCONFIG0_REG: watchdogReset?.config0Reg ?? rtcWatchdog?.configReg,
    RTC_CNTL_WDTCONFIG1_REG: watchdogReset?.config1Reg,
    RTC_CNTL_WDTWPROTECT_REG: watchdogReset?.wprotectReg ?? rtcWatchdog?.wprotectReg,
    RTC_CNTL_WDT_WKEY: watchdogReset?.unlockKey ?? rtcWatchdog?.unlockKey,
    RTC_CNTL_OPTION1_REG: watchdogReset?.forceDownloadBoot?.address,
    RTC_CNTL_FORCE_DOWNLOAD_BOOT_MASK: watchdogReset?.forceDownloadBoot && maskOf(watchdogReset.forceDownloadBoot),
    RTC_CNTL_SWD_CONF_REG: superWatchdog?.configReg,
    RTC_CNTL_SWD_WPROTECT_REG: superWatchdog?.wprotectReg,
    RTC_CNTL_SWD_WKEY: superWatchdog?.unlockKey,
    RTC_CNTL_SWD_AUTO_FEED_EN: superWatchdog?.autoFeedMask,
  };
}

const leftover = 'left over from a parent class of the reference tool';

/** A constant that a descriptor contradicts on purpose: why, and what it says instead (`undefined` or null = nothing). */
type Exception = readonly [why: string, instead: Fact];

/** The same exception for several constants of several chips. */
const forAll = (
  ids: readonly string[],
  constants: readonly string[],
  exception: Exception,
): Record<string, Exception> =>
  Object.fromEntries(ids.flatMap((id) => constants.map((constant) => [`${id} ${constant}`, exception])));

const byChipId = chips.filter((chip) => chip.detect.by === 'chipId').map((chip) => chip.id);
const withFixedCrystal = chips.filter((chip) => chip.crystal.by === 'fixed').map((chip) => chip.id);

/** Where descriptors differ: `chip constant` → why and how. */
const exceptions: Readonly<Record<string, Exception>> = {
  ...forAll(byChipId, ['MAGIC_VALUE'], ['told by its chip id; the value is the one of ESP32', undefined]),
  ...forAll(withFixedCrystal, ['XTAL_CLK_DIVIDER'], ['not needed: there is one crystal for it', undefined]),
  'esp32p4 UART_CLKDIV_REG': [`${leftover} (ESP32); UART0 is at 0x500ca000 (ESP-IDF soc/reg_base.h)`, 0x500c_a014],
  'esp32h4 UART_CLKDIV_REG': [`${leftover} (ESP32-C3); UART0 is at 0x60012000, see its date register`, 0x6001_2014],
  'esp32s31 UART_CLKDIV_REG': [`${leftover} (ESP32-C5); UART0 is at 0x2038a000, see its date register`, 0x2038_a014],
  'esp32s31 RTC_CNTL_SWD_CONF_REG': [`${leftover} (ESP32-C5); LP_WDT is at 0x20801000`, 0x2080_101c],
  'esp32s31 RTC_CNTL_SWD_WPROTECT_REG': [`${leftover} (ESP32-C5); LP_WDT is at 0x20801000`, 0x2080_1020],
  'esp32e22 UF2_FAMILY_ID': [`${leftover} (ESP32); none is registered`, null],
  ...forAll(
    ['esp32e22'],
    [
      'EFUSE_SPI_BOOT_CRYPT_CNT_REG',
      'EFUSE_SPI_BOOT_CRYPT_CNT_MASK',
      'EFUSE_SECURE_BOOT_EN_REG',
      'EFUSE_SECURE_BOOT_EN_MASK',
      'EFUSE_DIS_DOWNLOAD_MANUAL_ENCRYPT_REG',
      'EFUSE_DIS_DOWNLOAD_MANUAL_ENCRYPT',
      'RTC_CNTL_OPTION1_REG',
      'RTC_CNTL_FORCE_DOWNLOAD_BOOT_MASK',
    ],
    [`${leftover}, or told by GET_SECURITY_INFO alone as long as the others are not published`, undefined],
  ),
  ...forAll(
    ['esp32c2'],
    ['RTC_CNTL_SWD_CONF_REG', 'RTC_CNTL_SWD_WPROTECT_REG', 'RTC_CNTL_SWD_WKEY', 'RTC_CNTL_SWD_AUTO_FEED_EN'],
    [`${leftover} (ESP32-C3); ESP32-C2 has no USB-Serial/JTAG`, undefined],
  ),
  ...forAll(
    ['esp32c6', 'esp32c61', 'esp32h2', 'esp32h21', 'esp32h4'],
    ['RTC_CNTL_WDTCONFIG1_REG'],
    ['no watchdog reset (esptool documentation, "Watchdog Reset Limitations"; untested on C61 and H21)', undefined],
  ),
};

describe.skipIf(!existsSync(file))('descriptors against the constants of the reference tool', () => {
  const facts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { chips: Record<string, Facts> }).chips
    : {};

  test('there is a descriptor for every chip of the reference tool, and no other', () => {
    expect(chips.map((chip) => chip.id).sort()).toEqual(Object.keys(facts).sort());
  });

  test.each(chips.map((chip) => [chip.id, chip] as const))('%s', (id, chip) => {
    const said = saidBy(chip);
    const ofChip = facts[id]!;
    const excepted: string[] = [];
    let compared = 0;
    for (const [constant, value] of Object.entries(said)) {
      if (!(constant in ofChip)) continue;
      compared += 1;
      const exception = exceptions[`${id} ${constant}`];
      if (exception === undefined) {
        expect(value, constant).toEqual(ofChip[constant]);
      } else {
        expect(value, `${constant}: ${exception[0]}`).toEqual(exception[1]);
        expect(value, `${constant} needs no exception any more`).not.toEqual(ofChip[constant]);
        excepted.push(`${id} ${constant}`);
      }
    }
    expect(compared).toBeGreaterThan(20);
    expect(excepted.sort()).toEqual(
      Object.keys(exceptions)
        .filter((exception) => exception.startsWith(`${id} `))
        .sort(),
    );
  });
});

if (!existsSync(file)) console.log(`skipped: ${file} is not here`);
