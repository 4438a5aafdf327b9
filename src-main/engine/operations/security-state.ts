import type { SecurityFields } from '../../../src-shared/chips/chip-descriptor';
import type { SecurityInfo } from '../loader/loader';
import type { RegisterReader } from './register-reader';

/** Null = the chip does not tell, or has no such thing. */
export interface SecurityState {
  readonly secureBoot: boolean | null;
  readonly flashEncryption: boolean | null;
}

/** Bit of the flags word of GET_SECURITY_INFO. */
const secureBootEnabled = 1;

/**
 * From GET_SECURITY_INFO where the loader has answered it, else from the eFuses (`registers` is null where
 * they cannot be read).
 */
export async function readSecurityState(
  fields: SecurityFields | null,
  info: SecurityInfo | null,
  registers: RegisterReader | null,
): Promise<SecurityState> {
  if (info !== null) {
    return {
      secureBoot: (info.flags & secureBootEnabled) !== 0,
      flashEncryption: hasOddBits(info.flashCryptCount),
    };
  }
  if (fields === null || registers === null) return { secureBoot: null, flashEncryption: null };
  let secureBoot = false;
  for (const field of fields.secureBootEnabled) secureBoot ||= (await registers.field(field)) !== 0;
  return { secureBoot, flashEncryption: hasOddBits(await registers.field(fields.spiBootCryptCount)) };
}

/** The counter of flash encryption is burned bit by bit: an odd number of bits means "on". */
function hasOddBits(count: number): boolean {
  let odd = false;
  for (let rest = count; rest !== 0; rest >>>= 1) odd = odd !== ((rest & 1) === 1);
  return odd;
}
