import type { PartitionDesk } from '../../jobs/partition-desk';
import type { JobRunner } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** The partition table editor. */
export const partitionHandlers = (
  jobs: JobRunner,
  partitions: Pick<PartitionDesk, 'open' | 'save'>,
  desktop: Desktop,
): HandlersOf<'partitions'> => ({
  'partitions.open': async () => {
    const [path] = await desktop.chooseFiles();
    return path === undefined ? null : partitions.open(path);
  },
  'partitions.save': (request) => partitions.save(request),
  'partitions.write': (request) => jobs.startTable(request),
});
