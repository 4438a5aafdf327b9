import type { ChipDescriptor, ChipId } from './chip-descriptor';
import { esp32 } from './esp32';
import { esp32c2 } from './esp32c2';
import { esp32c3 } from './esp32c3';
import { esp32c5 } from './esp32c5';
import { esp32c6 } from './esp32c6';
import { esp32c61 } from './esp32c61';
import { esp32e22 } from './esp32e22';
import { esp32h2 } from './esp32h2';
import { esp32h21 } from './esp32h21';
import { esp32h4 } from './esp32h4';
import { esp32p4 } from './esp32p4';
import { esp32s2 } from './esp32s2';
import { esp32s3 } from './esp32s3';
import { esp32s31 } from './esp32s31';
import { esp8266 } from './esp8266';

const byId: { readonly [Id in ChipId]: ChipDescriptor & { readonly id: Id } } = {
  esp8266,
  esp32,
  esp32s2,
  esp32s3,
  esp32s31,
  esp32c2,
  esp32c3,
  esp32c5,
  esp32c6,
  esp32c61,
  esp32h2,
  esp32h21,
  esp32h4,
  esp32p4,
  esp32e22,
};

/** Every chip, in the order in which lists show them. */
export const chips: readonly ChipDescriptor[] = Object.values(byId);

/** The descriptor of one chip. */
export function chipById(id: ChipId): ChipDescriptor {
  return byId[id];
}

/** The chip that people mean by `esp32c3`, `ESP32-C3`, `Esp32_C3` or `ESP8285`; null when it is none. */
export function findChip(text: string): ChipDescriptor | null {
  const wanted = text.trim().toLowerCase().replaceAll(/[-_ ]/g, '');
  const id = aliases[wanted] ?? wanted;
  return chips.find((chip) => chip.id === id) ?? null;
}

/** Chips sold under a name of their own that are flashed as another one. */
const aliases: Readonly<Record<string, ChipId>> = {
  esp8285: 'esp8266',
  esp8684: 'esp32c2',
  esp8685: 'esp32c3',
  esp8686: 'esp32c3',
};

/** The chip of an image by the chip id in its extended header; null for an unknown id (ESP8266 images have none). */
export function chipByImageId(imageChipId: number): ChipDescriptor | null {
  return chips.find((chip) => chip.imageChipId === imageChipId) ?? null;
}
