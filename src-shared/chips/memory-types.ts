import type { ChipDescriptor } from './chip-descriptor';

/** Names of the memories at an address, in the order of the chip's memory map: `BYTE_ACCESSIBLE`, `DRAM`. */
export function memoryTypes(chip: ChipDescriptor, address: number): string[] {
  return chip.memoryMap.filter(([start, end]) => address >= start && address < end).map(([, , name]) => name);
}
