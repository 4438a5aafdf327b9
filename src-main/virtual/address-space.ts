import { putWord, wordAt } from './little-endian';

/** A peripheral's registers: what is read and written there has meaning. `endAddress` is exclusive. */
export interface RegisterBlock {
  readonly startAddress: number;
  readonly endAddress: number;
  read(address: number): number;
  write(address: number, value: number): void;
}

const PAGE_BYTES = 0x1000;

/**
 * What the CPU sees: peripherals where they are mapped, memory everywhere else. Memory that nobody has
 * written reads as 0 (a real chip would take an exception at most of those addresses).
 */
export class AddressSpace {
  private readonly blocks: RegisterBlock[] = [];
  private readonly pages = new Map<number, Uint8Array>();

  map(block: RegisterBlock): void {
    this.blocks.push(block);
  }

  readWord(address: number): number {
    const block = this.blockAt(address);
    if (block !== undefined) return block.read(address) >>> 0;
    const page = this.pages.get(Math.floor(address / PAGE_BYTES));
    return page === undefined ? 0 : wordAt(page, address % PAGE_BYTES);
  }

  writeWord(address: number, value: number): void {
    const block = this.blockAt(address);
    if (block !== undefined) block.write(address, value >>> 0);
    else putWord(this.pageAt(address), address % PAGE_BYTES, value);
  }

  writeBytes(address: number, bytes: Uint8Array): void {
    let position = 0;
    while (position < bytes.length) {
      const inPage = (address + position) % PAGE_BYTES;
      const part = bytes.subarray(position, position + PAGE_BYTES - inPage);
      this.pageAt(address + position).set(part, inPage);
      position += part.length;
    }
  }

  private blockAt(address: number): RegisterBlock | undefined {
    return this.blocks.find((block) => address >= block.startAddress && address < block.endAddress);
  }

  private pageAt(address: number): Uint8Array {
    const index = Math.floor(address / PAGE_BYTES);
    let page = this.pages.get(index);
    if (page === undefined) {
      page = new Uint8Array(PAGE_BYTES);
      this.pages.set(index, page);
    }
    return page;
  }
}
