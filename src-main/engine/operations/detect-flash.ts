import { AppError } from '../../../src-shared/errors/app-error';
import { flashSizeFromDeviceId, manufacturerName } from '../../../src-shared/flash-parts/flash-parts';
import type { FlashIdentity } from '../../../src-shared/ipc/contract';
import type { Abortable, Loader } from '../loader/loader';
import { readSfdpSize } from './read-sfdp';

/** JEDEC "read identification". */
const readIdentification = 0x9f;

/**
 * Connects the flash (at the pins of `connection`, a word of SPI_ATTACH) and asks it who it is. Where its size code is known, the loader is told the size.
 * `flash.noAnswer` when nothing answers; not possible in Secure Download Mode, where registers are closed.
 */
export async function detectFlash(
  loader: Loader,
  options: Abortable & { readonly connection?: number } = {},
): Promise<FlashIdentity> {
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  await loader.attachFlash(options);
  const flashId = await loader.runSpiFlashCommand(readIdentification, { ...abortable, readBits: 24 });
  // A bus that nobody drives reads all ones or all zeroes.
  if (flashId === 0xff_ffff || flashId === 0) throw new AppError('flash.noAnswer', { flashId });
  const manufacturerId = flashId & 0xff;
  // Some makers put no size into the id; what the part tells about itself (SFDP) has one.
  const sizeBytes = flashSizeFromDeviceId(flashId) ?? (await readSfdpSize(loader, abortable));
  if (sizeBytes !== null) await loader.setFlashParameters(sizeBytes, abortable);
  return {
    manufacturerId,
    // Type, then capacity, the order in which data sheets print it: 0x4016.
    deviceId: (flashId & 0xff00) | ((flashId >> 16) & 0xff),
    manufacturer: manufacturerName(manufacturerId),
    sizeBytes,
  };
}
