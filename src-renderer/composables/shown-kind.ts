import type { JobKind } from '../../src-shared/ipc/contract';

/** Jobs that a person starts: `partitions` is a write of a partition table, shown by the page that edits it. */
export type ShownKind = Exclude<JobKind, 'identify'> | 'partitions';
