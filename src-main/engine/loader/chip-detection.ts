import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { chips } from '../../../src-shared/chips/index';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { CommandChannel } from '../protocol/command-channel';
import { isUnknownCommandReason } from '../protocol/failure-reasons';
import type { Abortable, SecurityInfo } from './loader';
import { decodeSecurityInfo, isSecureDownloadMode } from './security-info';

/** A word of ROM that differs between the chips that have no chip id ("Chip Detection"). */
const magicAddress = 0x4000_1000;

/** Which chip answers, and what it told on the way. */
export interface DetectedChip {
  readonly chip: ChipDescriptor;
  readonly securityInfo: SecurityInfo | null;
  readonly secureDownloadMode: boolean;
}

/**
 * Asks the chip who it is: by the chip id of GET_SECURITY_INFO, else, on the early chips, by the magic
 * word. `connect.unknownChip` when neither is one we know.
 */
export async function detectChip(channel: CommandChannel, options: Abortable): Promise<DetectedChip> {
  const securityInfo = await askSecurityInfo(channel, options);
  if (securityInfo !== null) {
    const chip = chipBySecurityInfo(securityInfo);
    if (chip === null) throw new AppError('connect.unknownChip', chipIdFact(securityInfo));
    return { chip, securityInfo, secureDownloadMode: isSecureDownloadMode(securityInfo) };
  }
  const reply = await channel.request('READ_REG', { address: magicAddress }, options);
  const magic = reply.value;
  const chip = chips.find(({ detect }) => detect.by === 'magic' && detect.magic.includes(magic));
  if (chip === undefined) throw new AppError('connect.unknownChip', { magic });
  return { chip, securityInfo: null, secureDownloadMode: false };
}

/** Null where the chip does not know the question: it refuses it, or, in some ROMs, says nothing. */
async function askSecurityInfo(channel: CommandChannel, options: Abortable): Promise<SecurityInfo | null> {
  try {
    const reply = await channel.request('GET_SECURITY_INFO', {}, options);
    return decodeSecurityInfo(reply.data);
  } catch (error) {
    const isRefused = isAppError(error, 'protocol.commandFailed') && isUnknownCommandReason(error.facts.reason);
    if (isRefused || isAppError(error, 'protocol.timeout')) return null;
    throw error;
  }
}

function chipBySecurityInfo({ chipId }: SecurityInfo): ChipDescriptor | null {
  const chip = chips.find((candidate) =>
    chipId === null
      ? candidate.rom.securityInfo === 'withoutChipId'
      : candidate.detect.by === 'chipId' && candidate.detect.chipId === chipId,
  );
  return chip ?? null;
}

function chipIdFact({ chipId }: SecurityInfo): { chipId?: number } {
  return chipId === null ? {} : { chipId };
}
