import { chipById } from '../../../src-shared/chips';
import { AppError } from '../../../src-shared/errors/app-error';
import { decodeStraps } from '../../../src-shared/chips/straps';
import { diagnoseBootLog } from '../reset/boot-log';

/** What was heard while no SYNC was answered. */
export interface FailedConnect {
  readonly path: string;
  readonly attempts: number;
  readonly receivedBytes: number;
  /** Text outside frames, one character per byte. */
  readonly heard: string;
  /** Our own SYNC came back. */
  readonly isEcho: boolean;
}

const longestBootLog = 2000;
const sampleLength = 32;

/** Says why no loader answered, as far as what was heard tells. */
export function explainFailedConnect({ path, attempts, receivedBytes, heard, isEcho }: FailedConnect): AppError {
  const diagnosis = diagnoseBootLog(heard);
  const { bootMode, mode } = diagnosis;
  if (bootMode !== null && mode !== 'download') {
    const bootLog = heard.slice(-longestBootLog);
    const { chip } = diagnosis;
    if (chip === null) return new AppError('connect.wrongBootMode', { path, bootMode, bootLog });
    const straps = decodeStraps(bootMode, chipById(chip))
      .map(({ pin, level }) => `GPIO${pin} = ${level === 'high' ? 1 : 0}`)
      .join(', ');
    return new AppError('connect.wrongBootMode', { path, bootMode, chip, straps, bootLog });
  }
  if (isEcho) return new AppError('connect.notEspressif', { path });
  // In download mode and yet silent: what was printed arrived, what we sent did not.
  if (receivedBytes === 0 || mode === 'download') return new AppError('connect.noReply', { path, attempts });
  return new AppError('connect.noise', { path, sample: printable(heard.slice(0, sampleLength)) });
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
