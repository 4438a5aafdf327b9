import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';

const what = '--spi-connection';
const choices = 'SPI, HSPI or CLK,Q,D,HD,CS';
const pinBits = 6;
/** ESP32's ROM names its two highest pins by the numbers of two that it does not have. */
const esp32Pins: Readonly<Record<number, number>> = { 32: 30, 33: 31 };

/**
 * The word of SPI_ATTACH for `SPI` (the chip's own choice), `HSPI` or five GPIO numbers `CLK,Q,D,HD,CS`; throws
 * `input.badChoice`. Source: esptool documentation, "Advanced Options" and "Serial Protocol", SPI Attach.
 */
export function parseSpiConnection(text: string, chip: Pick<ChipDescriptor, 'id'>): number {
  const wanted = text.trim().toUpperCase();
  if (wanted === 'SPI') return 0;
  if (wanted === 'HSPI') return 1;
  const numbers = wanted.split(',').map((part) => (/^\d{1,2}$/.test(part.trim()) ? Number(part) : Number.NaN));
  const pins = numbers.map((pin) => (chip.id === 'esp32' ? (esp32Pins[pin] ?? pin) : pin));
  const isKnown = (pin: number): boolean => pin >= 0 && pin < 2 ** pinBits;
  // GPIO30 and GPIO31 do not exist on ESP32: their numbers stand for 32 and 33.
  const isTaken = chip.id === 'esp32' && numbers.some((pin) => pin === 30 || pin === 31 || pin > 33);
  if (pins.length !== 5 || !pins.every(isKnown) || isTaken || new Set(pins).size !== 5) {
    throw new AppError('input.badChoice', { text, what, choices });
  }
  const [clk = 0, q = 0, d = 0, hd = 0, cs = 0] = pins;
  return ((hd << 24) | (cs << 18) | (d << 12) | (q << 6) | clk) >>> 0;
}
