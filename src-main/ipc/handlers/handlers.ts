import type { AppServices } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlerMap } from '../router';
import { appHandlers } from './app';
import { boardJobHandlers } from './board-jobs';
import { boardHandlers } from './boards';
import { buildHandlers } from './builds';
import { connectionHandlers } from './connection';
import { fileHandlers } from './files';
import { flashHandlers } from './flash';
import { historyHandlers } from './history';
import { imageHandlers } from './images';
import { jobHandlers } from './job';
import { memoryHandlers } from './memory';
import { monitorHandlers } from './monitor';
import { nvsHandlers } from './nvs';
import { partitionHandlers } from './partitions';
import { saveHandlers } from './saves';
import { settingsHandlers } from './settings';
import { setupHandlers } from './setups';
import { toolsHandlers } from './tools';
import { traceHandlers } from './trace';
import { sharingHandlers } from './sharing';
import { volumeHandlers } from './volume';

/** Every handler of the contract. */
export function createHandlers(services: AppServices, desktop: Desktop): HandlerMap {
  return {
    ...appHandlers(desktop),
    ...settingsHandlers(services.settings),
    ...boardHandlers(services.boards, services.boardFiles),
    ...buildHandlers(services.builds, services.byItself),
    ...connectionHandlers(services.connections),
    ...fileHandlers(services.firmware, services.setups, desktop),
    ...flashHandlers(services.plans, services.jobs),
    ...boardJobHandlers(services.jobs, services.saves),
    ...imageHandlers(services.images, desktop),
    ...nvsHandlers(services.jobs, services.nvs),
    ...partitionHandlers(services.jobs, services.partitions, desktop),
    ...saveHandlers(services.saves, desktop),
    ...jobHandlers(services.jobs),
    ...memoryHandlers(services.memory, desktop),
    ...toolsHandlers(services.tools),
    ...volumeHandlers(services, desktop),
    ...monitorHandlers(services.monitor, desktop),
    ...setupHandlers(services.setups, services.again),
    ...historyHandlers(services.history),
    ...sharingHandlers(services.sharing),
    ...traceHandlers(services.traces),
  } satisfies HandlerMap;
}
