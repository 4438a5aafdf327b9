import { notBuilt } from './image-fault';
import { sortedByAddress, type LoadSegment } from './load-segments';

/** Two segments in one page of the flash MMU cannot both be mapped from where they lie in the file. Throws `image.notBuilt`. */
export function checkPages(name: string, mapped: readonly LoadSegment[], pageSize: number): void {
  const sorted = sortedByAddress(mapped);
  sorted.forEach((segment, index) => {
    const previous = sorted[index - 1];
    if (segment.address % 4 !== 0) {
      throw notBuilt(name, 'a segment does not start on a multiple of 4', segment.address);
    }
    if (previous === undefined) return;
    if (Math.floor(previous.address / pageSize) === Math.floor(segment.address / pageSize)) {
      throw notBuilt(name, 'two segments lie in the same page of mapped flash', segment.address);
    }
  });
}
