/**
 * How often property tests run: as often as each says, and `ESPLANADE_FUZZ` times that under `npm run fuzz`.
 */
const factor = Number(process.env['ESPLANADE_FUZZ'] ?? '1');

/** The usual number of runs, or many times that. */
export function runs(usual: number): number {
  return usual * factor;
}
