/** What the hex view shows: the newest bytes. */
const mostBytes = 1024 * 1024;

/** The newest bytes of a session, with their places counted from its beginning. */
export class ByteTail {
  private readonly pieces: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  private kept = 0;
  /** Bytes since the beginning. */
  total = 0;

  /** Place of the first byte that is still there. */
  get start(): number {
    return this.total - this.kept;
  }

  push(bytes: Uint8Array): void {
    this.pieces.push({ at: this.total, bytes });
    this.total += bytes.length;
    this.kept += bytes.length;
    while (this.kept > mostBytes && this.pieces.length > 1) this.kept -= this.pieces.shift()?.bytes.length ?? 0;
  }

  clear(): void {
    this.pieces.length = 0;
    this.kept = 0;
    this.total = 0;
  }

  /** Bytes from a place on, as many as there are up to `count`. */
  slice(from: number, count: number): Uint8Array {
    const begin = Math.max(from, this.start);
    const bytes = new Uint8Array(Math.max(0, Math.min(from + count, this.total) - begin));
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle];
      if (piece !== undefined && piece.at + piece.bytes.length <= begin) low = middle + 1;
      else high = middle;
    }
    for (let at = begin; at < begin + bytes.length; low++) {
      const piece = this.pieces[low];
      if (piece === undefined) break;
      const part = piece.bytes.subarray(at - piece.at, at - piece.at + begin + bytes.length - at);
      bytes.set(part, at - begin);
      at += part.length;
    }
    return bytes;
  }
}
