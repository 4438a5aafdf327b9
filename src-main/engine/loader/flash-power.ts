import type { BitField } from '../../../src-shared/chips/chip-descriptor';
import { sleep } from '../transport/sleep';
import { readChipRevision } from './chip-revision';
import type { Abortable, Loader } from './loader';

const padsReadyMs = 10;
const regulatorStartMs = 1;
const supplySettlesMs = 2;

/**
 * Gives the flash its supply on chips that leave it off in download mode; has to come before the flash is attached.
 * Does nothing on every other chip. Not possible in Secure Download Mode, where registers are closed.
 */
export async function powerFlash(loader: Loader, options: Abortable): Promise<void> {
  const power = loader.chip.flashPower;
  if (power === null) return;
  const revision = await readChipRevision(loader, options);
  if (!power.revisions.includes(revision)) return;
  const set = (field: BitField): Promise<void> => writeField(loader, field, 2 ** field.bits - 1, options);
  const clear = (field: BitField): Promise<void> => writeField(loader, field, 0, options);
  const { revision: sinceRevision, field } = power.onByRom;
  if (revision >= sinceRevision && ((await loader.readRegister(field.address, options)) & maskOf(field)) !== 0) {
    await clear(power.forceOn);
    return;
  }
  await set(power.padGroup);
  await sleep(loader.clock, padsReadyMs, options.signal);
  await set(power.ldoCurrentLimit);
  await set(power.ldoForceHigh);
  await set(power.forceOn);
  await sleep(loader.clock, regulatorStartMs, options.signal);
  await clear(power.ldoCurrentLimit);
  await clear(power.ldoTarget);
  await clear(power.ldoForceHigh);
  await sleep(loader.clock, supplySettlesMs, options.signal);
}

function writeField(loader: Loader, field: BitField, value: number, options: Abortable): Promise<void> {
  return loader.writeRegister(field.address, (value << field.shift) >>> 0, { ...options, mask: maskOf(field) });
}

function maskOf({ shift, bits }: BitField): number {
  return ((2 ** bits - 1) << shift) >>> 0;
}
