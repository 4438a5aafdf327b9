import type { ChipDescriptor } from './chip-descriptor';

/** One strapping pin that download mode depends on, as the chip saw it at reset. */
export interface StrapReading {
  readonly pin: number;
  readonly level: 'low' | 'high';
  readonly needed: 'low' | 'high';
}

/** GPIO by bit of the boot mode number. */
const strapBits: Readonly<Record<'esp8266' | 'esp32', readonly number[]>> = {
  esp8266: [2, 0, 15],
  esp32: [5, 15, 4, 2, 0, 12],
};

/**
 * Decodes the boot mode number into the pins of `bootStrap`. ESP8266 and ESP32 name every bit; of the later
 * chips the documentation names bit 3 (the pin of the BOOT button) and bit 2 (the second strapping pin).
 */
export function decodeStraps(
  bootMode: number,
  chip: Pick<ChipDescriptor, 'id' | 'bootStrap'>,
): readonly StrapReading[] {
  const { id, bootStrap } = chip;
  const bits = id === 'esp8266' || id === 'esp32' ? strapBits[id] : null;
  return bootStrap.flatMap(({ pin, level: needed }, index) => {
    const bit = bits === null ? 3 - index : bits.indexOf(pin);
    // A third pin of a later chip: the documentation does not say where it is.
    if (bit < 0 || (bits === null && index > 1)) return [];
    return [{ pin, level: (bootMode >> bit) % 2 === 1 ? ('high' as const) : ('low' as const), needed }];
  });
}
