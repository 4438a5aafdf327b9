import fc from 'fast-check';
import { runs } from './property-runs';

/**
 * Property tests try the same inputs every time, so that whoever changes something is not stopped by what others left
 * undiscovered. New inputs are for `npm run fuzz`, which sets the seed by chance and tells it.
 */
const usualSeed = 20_251_125;

fc.configureGlobal({ seed: Number(process.env['ESPLANADE_FUZZ_SEED'] ?? usualSeed), numRuns: runs(100) });
