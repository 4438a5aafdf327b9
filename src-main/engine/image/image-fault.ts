import { AppError } from '../../../src-shared/errors/app-error';

/**
 * Why no image can be made: the `reason` of `image.notBuilt`. A closed list of short phrases, so that a window in
 * another language can have its own words for each.
 */
export type ImageFault =
  | 'nothing in it belongs in memory or flash'
  | 'more than 16 segments'
  | 'two segments lie in the same page of mapped flash'
  | 'a segment does not start on a multiple of 4'
  | 'more than one segment runs from flash'
  | 'both parts belong at the start of the flash'
  | 'the place for the SHA-256 of the program lies in no segment'
  | 'the place for the SHA-256 of the program is not empty'
  | 'secure padding needs the SHA-256 at the end';

/** `image.notBuilt`, with the address of the segment that is in the way. */
export function notBuilt(name: string, reason: ImageFault, address?: number): AppError<'image.notBuilt'> {
  return new AppError('image.notBuilt', { name, reason, ...(address === undefined ? {} : { address }) });
}
