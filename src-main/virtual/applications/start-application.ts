import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { findApplication, isImage } from '../flash-contents';
import type { ApplicationSurroundings, RunningApplication, StartApplication } from './application';
import { chatty } from './chatty';
import { applicationMark } from './application-image';
import { crashing, hello, plotter } from './other-applications';

/** Applications that a board can come with, by name. Every other one is a text at start and silence afterwards. */
const applications = { chatty, plotter, crashing, hello } as const satisfies Record<string, StartApplication>;

/** Name of an application, as in `sim://esp32?app=chatty`. */
export type ApplicationName = keyof typeof applications;

const names = Object.keys(applications) as readonly ApplicationName[];
/** The mark stands in the first segment, behind the application's description where there is one. */
const lookedThroughBytes = 1024;

/** Reads the name of an application; throws `input.badChoice`. */
export function parseApplicationName(text: string): ApplicationName {
  const known = names.find((name) => name === text);
  if (known !== undefined) return known;
  throw new AppError('input.badChoice', { text, what: 'app', choices: names.join(', ') });
}

/** Starts what the bootloader would start, where that is an application that does something; null otherwise. */
export function startApplication(
  chip: ChipDescriptor,
  flash: Uint8Array,
  around: ApplicationSurroundings,
): RunningApplication | null {
  const offset = applicationOffset(chip, flash);
  if (offset === null) return null;
  const text = new TextDecoder('latin1').decode(flash.subarray(offset, offset + lookedThroughBytes));
  const at = text.indexOf(applicationMark);
  if (at < 0) return null;
  const name = /^[a-z]+/.exec(text.slice(at + applicationMark.length))?.[0];
  const known = names.find((candidate) => candidate === name);
  return known === undefined ? null : applications[known](around);
}

function applicationOffset(chip: ChipDescriptor, flash: Uint8Array): number | null {
  if (!isImage(flash, chip.bootloaderOffset)) return null;
  if (chip.partitionTableOffset === null) return chip.bootloaderOffset;
  const found = findApplication(chip, flash);
  return found.kind === 'application' ? found.offset : null;
}
