import type { ChipDescriptor, ChipId } from '../../src-shared/chips/chip-descriptor';
import type { AddressSpace, RegisterBlock } from './address-space';
import { MAGIC_ADDRESS, magicWord } from './magic-word';
import type { Personality } from './personality';

/** GPIO_STRAP where it is documented; value = the boot mode number of the boot log (TRMs, "IO MUX and GPIO Matrix"). */
const strapRegisters: Partial<Readonly<Record<ChipId, { address: number; flash: number; download: number }>>> = {
  esp32: { address: 0x3ff4_4038, flash: 0x13, download: 0x03 },
  esp32s2: { address: 0x3f40_4038, flash: 0x08, download: 0x00 },
  esp32s3: { address: 0x6000_4038, flash: 0x08, download: 0x00 },
  esp32c3: { address: 0x6000_4038, flash: 0x0c, download: 0x04 },
  esp32p4: { address: 0x500e_0038, flash: 0x30f, download: 0x307 },
};
/** ESP32 keeps the top bit of its revision here (APB_CTL_DATE, ESP32 TRM). */
const ESP32_APB_CTL_DATE = 0x3ff6_607c;
const ESP32_APB_CTL_DATE_VALUE = 0x1604_2000;

/** Puts registers that tell about the chip to their values after a reset. */
export function resetRegisters(
  memory: AddressSpace,
  personality: Personality,
  isInDownloadMode: boolean,
  console: 'uart' | 'usbSerialJtag',
): void {
  const { descriptor, revision } = personality;
  memory.writeWord(MAGIC_ADDRESS, magicWord(descriptor.id, revision));
  const strap = strapRegisters[descriptor.id];
  if (strap !== undefined) memory.writeWord(strap.address, isInDownloadMode ? strap.download : strap.flash);
  if (descriptor.id === 'esp32') {
    memory.writeWord(
      ESP32_APB_CTL_DATE,
      revision >= 300 ? ESP32_APB_CTL_DATE_VALUE | 0x8000_0000 : ESP32_APB_CTL_DATE_VALUE,
    );
  }
  tellConsole(memory, personality, console);
  for (const [address, word] of Object.entries(personality.registers)) memory.writeWord(Number(address), word);
}

/** ROM's variable that tells which console the loader talks over. */
function tellConsole(memory: AddressSpace, personality: Personality, console: 'uart' | 'usbSerialJtag'): void {
  const detection = personality.descriptor.console;
  const place = detection?.bufferNumber.filter((entry) => entry.fromRevision <= personality.revision).at(-1);
  if (detection === null || place === undefined) return;
  const value = console === 'usbSerialJtag' ? (detection.usbSerialJtagValue ?? 0) : 0;
  memory.writeBytes(place.address, Uint8Array.of(value));
}

/** The UART's clock divider, from which hosts work out the crystal: it follows the baud rate. */
export function uartDividerBlock(descriptor: ChipDescriptor, baudRate: () => number): RegisterBlock {
  const { crystal, uart } = descriptor;
  const clockHz =
    crystal.by === 'uartDivider' ? (descriptor.id === 'esp8266' ? 26 : 40) * 1_000_000 * crystal.divider : 40_000_000;
  return {
    startAddress: uart.clkDivReg,
    endAddress: uart.clkDivReg + 4,
    read: () => Math.floor(clockHz / baudRate()) & uart.clkDivMask,
    write: () => undefined,
  };
}
