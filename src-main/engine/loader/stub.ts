import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { CommandChannel } from '../protocol/command-channel';
import { forRevision, readChipRevision } from './chip-revision';
import type { Connection, StartStub } from './connection';
import type { Abortable, Loader } from './loader';
import { stubProfile } from './loader-profile';
import { ProtocolLoader } from './protocol-loader';
import { loadStubImage } from './stub-images';
import type { StubImage } from './stub-images';

/** "OHAI", "the only unsolicited packet ever sent by the ESP" ("Initial Synchronisation"). */
const greeting = 'OHAI';
const greetingTimeoutMs = 3000;

/** Bit of the flags word of GET_SECURITY_INFO. */
const secureBootFlag = 1;

/** False where starting the stub is known to be in vain: there the ROM loader has to do. */
export function canRunStub({
  chip,
  securityInfo,
  secureDownloadMode,
}: Pick<Connection, 'chip' | 'securityInfo' | 'secureDownloadMode'>): boolean {
  if (chip.stubs === null || secureDownloadMode) return false;
  return chip.stubUnderSecureBoot || securityInfo === null || (securityInfo.flags & secureBootFlag) === 0;
}

/**
 * Uploads the stub that fits chip and revision into RAM, starts it and waits for its greeting. A stub
 * that is running already is used as it is.
 *
 * Errors: `stub.noImage`, `stub.startFailed`, `flash.secureDownloadMode`, `protocol.*`, `port.*`, `job.cancelled`.
 */
export const startStub: StartStub = async (connection, options = {}) => {
  const { loader, chip } = connection;
  if (loader.kind === 'stub') return loader;
  if (!(loader instanceof ProtocolLoader)) throw new AppError('internal', { reason: 'a loader of another kind' });
  if (chip.stubs === null) throw new AppError('stub.noImage', { chip: chip.id });
  if (connection.secureDownloadMode) {
    throw new AppError('flash.secureDownloadMode', { chip: chip.id, operation: 'start-stub' });
  }

  const image = await chooseImage(connection, loader, options);
  const { channel } = loader.session;
  for (const { address, bytes } of image.segments) await loader.uploadToRam(address, bytes, options);
  await start(channel, chip.id, image.entry, options);
  return new ProtocolLoader(loader.session, stubProfile(chip));
};

async function chooseImage({ chip }: Connection, loader: Loader, options: Abortable): Promise<StubImage> {
  const stubs = chip.stubs ?? [];
  const revision = stubs.length > 1 ? await readChipRevision(loader, options) : 0;
  const chosen = forRevision(stubs, revision);
  const image = chosen === null ? null : await loadStubImage(chosen.image);
  if (image === null) throw new AppError('stub.noImage', { chip: chip.id });
  return image;
}

async function start(channel: CommandChannel, chip: string, entry: number, options: Abortable): Promise<void> {
  const frames = channel.collectFrames(greeting);
  try {
    try {
      await channel.request('MEM_END', { stayInLoader: 0, entry }, options);
    } catch (error) {
      // The ROM may jump before its answer has left; the greeting decides.
      const isSilence = isAppError(error, 'protocol.timeout') || isAppError(error, 'protocol.badFrame');
      if (!isSilence) throw error;
    }
    const frame = await frames.next(greetingTimeoutMs, options.signal);
    if (String.fromCharCode(...frame.subarray(0, 32)) !== greeting) {
      throw new AppError('stub.startFailed', { chip, received: hex(frame.subarray(0, 32)) });
    }
  } catch (error) {
    const isSilence = isAppError(error, 'protocol.timeout') || isAppError(error, 'protocol.badFrame');
    if (isSilence) throw new AppError('stub.startFailed', { chip }, { cause: error });
    throw error;
  } finally {
    frames.close();
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
