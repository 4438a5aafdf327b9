/** A span of flash with its contents. */
export interface FlashRegion {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Pieces in order of their offset, joined where one begins where another ends. Null when two pieces
 * claim the same byte. Memory is linear in the sum of the pieces, wherever they lie.
 */
export function joinRegions(pieces: readonly FlashRegion[]): FlashRegion[] | null {
  const sorted = pieces.filter(({ bytes }) => bytes.length > 0).sort((a, b) => a.offset - b.offset);
  const runs: FlashRegion[][] = [];
  let end = -1;
  for (const piece of sorted) {
    if (piece.offset < end) return null;
    if (piece.offset === end) runs.at(-1)?.push(piece);
    else runs.push([piece]);
    end = piece.offset + piece.bytes.length;
  }
  return runs.map(joinRun);
}

/** Pieces that follow one another without a gap. */
function joinRun(run: readonly FlashRegion[]): FlashRegion {
  const offset = run[0]?.offset ?? 0;
  const bytes = new Uint8Array(run.reduce((sum, piece) => sum + piece.bytes.length, 0));
  for (const piece of run) bytes.set(piece.bytes, piece.offset - offset);
  return { offset, bytes };
}
