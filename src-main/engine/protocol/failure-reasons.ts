/**
 * Reason bytes of failed replies: the ROM loader's below 0x10 (esptool documentation, "ROM Loader
 * Errors"), the stub's from 0xC0 up (esp-flasher-stub `commands.h`). Words of a trace, not of advice.
 */
const meanings: Readonly<Record<number, string>> = {
  0x05: 'invalid message',
  0x06: 'failed to act',
  0x07: 'invalid checksum',
  0x08: 'flash write error',
  0x09: 'flash read error',
  0x0a: 'flash read length error',
  0x0b: 'deflate error',
  0xc0: 'bad data length',
  0xc1: 'bad data checksum',
  0xc2: 'bad block size',
  0xc3: 'invalid command',
  0xc4: 'SPI operation failed',
  0xc5: 'SPI unlock failed',
  0xc6: 'not in flash mode',
  0xc7: 'inflate error',
  0xc8: 'not enough data',
  0xc9: 'too much data',
  0xff: 'command not implemented',
};

const checksumReasons: readonly number[] = [0x07, 0xc1];
const unknownCommandReasons: readonly number[] = [0x05, 0xc3, 0xff];

/** Plain words for a reason byte. */
export function failureMeaning(reason: number): string {
  return meanings[reason] ?? 'unknown reason';
}

/** True where the loader refused a packet because it arrived damaged, before doing anything with it. */
export function isChecksumReason(reason: number): boolean {
  return checksumReasons.includes(reason);
}

/** True where the loader says that it does not know, or does not allow, the command. */
export function isUnknownCommandReason(reason: number): boolean {
  return unknownCommandReasons.includes(reason);
}
