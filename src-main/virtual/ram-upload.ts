import type { AddressSpace } from './address-space';
import { readBeginFields } from './flash-session';
import { wordAt } from './little-endian';
import { checksumOf, payloadOf, type Request } from './request';

/** How an upload step went; the loaders put it into their own status bytes. */
export type UploadOutcome = 'ok' | 'notBegun' | 'wrongLength' | 'wrongChecksum';

/** MEM_BEGIN, MEM_DATA, MEM_END: code and data on their way into RAM. */
export class RamUpload {
  private current: { address: number; remainingBytes: number } | null = null;
  /** Spans that have been filled since the loader started; code can only run from there. */
  private readonly filled: { start: number; end: number }[] = [];

  constructor(private readonly memory: AddressSpace) {}

  begin(data: Uint8Array): UploadOutcome {
    if (data.length < 16) return 'wrongLength';
    const fields = readBeginFields(data);
    this.current = { address: fields.offset, remainingBytes: fields.totalBytes };
    return 'ok';
  }

  data(request: Request): UploadOutcome {
    const { current } = this;
    if (current === null) return 'notBegun';
    const payload = payloadOf(request);
    if (payload.declaredBytes !== payload.bytes.length || payload.bytes.length > current.remainingBytes) {
      return 'wrongLength';
    }
    if (checksumOf(payload.bytes) !== (request.checksum & 0xff)) return 'wrongChecksum';
    this.memory.writeBytes(current.address, payload.bytes);
    this.filled.push({ start: current.address, end: current.address + payload.bytes.length });
    current.address += payload.bytes.length;
    current.remainingBytes -= payload.bytes.length;
    return 'ok';
  }

  /**
   * Ends the upload. `entry` is where to jump to, null to stay in the loader. `isLoaded` tells whether
   * code has been put there; a jump to anywhere else crashes the chip.
   */
  end(data: Uint8Array): { outcome: UploadOutcome; entry: number | null; isLoaded: boolean } {
    const staysInLoader = wordAt(data, 0) !== 0;
    const address = wordAt(data, 4);
    this.current = null;
    return {
      outcome: data.length < 8 ? 'wrongLength' : 'ok',
      entry: staysInLoader ? null : address,
      isLoaded: this.filled.some((span) => address >= span.start && address < span.end),
    };
  }
}
