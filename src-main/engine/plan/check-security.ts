import { chipById } from '../../../src-shared/chips';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import { findSecureBootSignature } from '../../../src-shared/formats/secure-boot-signature';
import type { FirmwareKind } from '../../../src-shared/ipc/contract';
import type { PlanFacts } from './plan-input';
import { fine, forceableProblem, problem, warning, type Finding } from './preflight-check';

/** Below this address lie bootloader and its digest; the reference tool draws the line here as well. */
const protectedEnd = 0x8000;

/** What the chip itself reads through its decryption, on every board. */
const encryptedKinds: ReadonlySet<FirmwareKind> = new Set(['bootloader', 'partitionTable', 'otaData', 'app']);

/** A chip that decrypts flash while reading turns plain files into noise. */
export function checkEncryption({ identity, chip, placed }: PlanFacts): Finding[] {
  if (identity?.flashEncryption !== true || chip === null || placed.length === 0) return [];
  const error = new AppError('flash.encrypted', { chip: chip.name });
  const asIs = placed.filter(({ row }) => row.encrypt !== true);
  if (asIs.length === 0) return [fine('encryption')];
  const plain = asIs.filter(({ row }) => row.description.kind !== 'unknown').map(({ index }) => index);
  // What makes no sense here may have been encrypted on a computer beforehand.
  if (plain.length === 0) return [warning('encryption', error, { rows: asIs.map(({ index }) => index) })];
  // Settings and files that a program keeps are not for this: it encrypts them by itself, or not at all.
  const started = placed
    .filter(({ row }) => row.encrypt !== true && encryptedKinds.has(row.description.kind))
    .map(({ index }) => index);
  const canEncrypt = chip.security !== null && started.length > 0;
  return [
    forceableProblem('encryption', error, {
      rows: plain,
      ...(canEncrypt ? { repair: { kind: 'encryptRows', rows: started } } : {}),
    }),
  ];
}

/** What the chip is to encrypt itself: whether it can, does, and gets it in whole blocks of its cipher. */
export function checkEncryptedWrites({ identity, chip, regions, settings }: PlanFacts): Finding[] {
  const encrypted = regions.filter(({ row }) => row.encrypt === true);
  if (encrypted.length === 0 || chip === null) return [];
  const rows = encrypted.map(({ index }) => index);
  if (chip.security === null) {
    return [problem('encryption', new AppError('plan.cannotEncrypt', { chip: chip.name }), { rows })];
  }
  const isOff = identity !== null && identity.flashEncryption !== true && settings.ignoreEncryptionEfuse !== true;
  const align = chip.encryptedWriteAlign;
  return [
    ...(isOff
      ? [forceableProblem('encryption', new AppError('plan.notEncrypting', { chip: chip.name }), { rows })]
      : []),
    ...encrypted
      .filter(({ offset }) => offset % align !== 0)
      .map(({ name, offset, index }) =>
        problem('aligned', new AppError('plan.unaligned', { name, offset, align }), { rows: [index] }),
      ),
  ];
}

/** A build for flash encryption that is about to be written as it is: right once, on a new board, and then for good. */
export function checkBuiltForEncryption({ identity, placed }: PlanFacts): Finding[] {
  // On a board that encrypts already the other line says so, and stops the write.
  if (identity?.flashEncryption === true) return [];
  const found = placed.filter(({ row }) => row.description.isForEncryption === true && row.encrypt !== true);
  const [first] = found;
  if (first === undefined) return [];
  const error = new AppError('plan.builtForEncryption', { name: first.row.name });
  return [warning('builtForEncryption', error, { rows: found.map(({ index }) => index) })];
}

/** There a write cannot be proven, so it takes a will to make one all the same. */
export function checkSecureDownload({ identity, placed, settings }: PlanFacts): Finding[] {
  if (identity?.secureDownloadMode !== true || placed.length === 0) return [];
  const error = new AppError('flash.cannotProve', { chip: chipById(identity.chip).name });
  const about = { rows: placed.map(({ index }) => index) };
  return [
    settings.acceptUnproven === true
      ? warning('secureDownload', error, about)
      : forceableProblem('secureDownload', error, about),
  ];
}

/** A chip that starts only what is signed: overwriting its bootloader may leave it dead for good. */
export function checkSecureBoot({ identity, chip, placed }: PlanFacts): Finding[] {
  if (identity?.secureBoot !== true || chip === null) return [];
  const low = placed.filter(({ offset }) => offset < protectedEnd);
  if (low.length > 0) {
    return low.map(({ index, row: { name } }) =>
      forceableProblem('secureBoot', new AppError('plan.secureBootloader', { name, chip: chip.name }), {
        rows: [index],
        repair: { kind: 'disableRow', row: index },
      }),
    );
  }
  const apps = placed.filter(({ row }) => row.description.kind === 'app');
  const unsigned = apps.filter(({ row }) => !isSigned(row.bytes));
  if (unsigned.length === 0) return apps.length > 0 ? [fine('secureBoot')] : [];
  return unsigned.map(({ index, row: { name } }) =>
    warning('secureBoot', new AppError('plan.unsignedApp', { name, chip: chip.name }), { rows: [index] }),
  );
}

/** That nothing is locked, where the chip says so. */
export function checkSecurity({ identity }: PlanFacts): Finding[] {
  if (identity?.secureBoot !== false || identity.flashEncryption !== false || identity.secureDownloadMode) return [];
  return [fine('security')];
}

function isSigned(bytes: Uint8Array): boolean {
  try {
    return findSecureBootSignature(bytes, parseFirmwareImage(bytes)) !== null;
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return false;
    throw error;
  }
}
