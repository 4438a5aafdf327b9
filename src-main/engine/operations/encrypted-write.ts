import { AppError } from '../../../src-shared/errors/app-error';
import type { Abortable, Loader } from '../loader/loader';
import { createRegisterReader } from './register-reader';

/** `flash.encryptedWriteForbidden` where the eFuses do not let the loader write with the chip's own key. */
export async function checkEncryptedWriteAllowed(loader: Loader, options: Abortable = {}): Promise<void> {
  const field = loader.chip.security?.downloadManualEncryptDisabled ?? null;
  if (field === null) return;
  if ((await createRegisterReader(loader, options).field(field)) !== 0) {
    throw new AppError('flash.encryptedWriteForbidden', { chip: loader.chip.name });
  }
}
