import { BoardFiles } from './board-files';
import { Boards } from './board-registry';
import { BuildWatch } from './builds/build-watch';
import type { ServiceDependencies } from './dependencies';
import { FirmwareFiles } from './firmware-store';
import { ImageDesk } from './image-desk';
import { Jobs } from './job-runner';
import { MemoryDesk } from './memory-desk';
import { Monitor } from './monitor';
import { NvsDesk } from './nvs-desk';
import { PartitionDesk } from './partition-desk';
import { Plans } from './plan-checker';
import { PortLock } from './port-lock';
import { SavedFiles } from './saved-files';
import type { AppServices } from './services';
import { TraceDesk } from './trace/trace-desk';
import { ToolsDesk } from './tools-desk';
import { VolumeDesk } from './volumes/volume-desk';
import { VolumeEditor } from './volumes/volume-editor';

/** Everything but what lives where the product keeps its own files. */
export type JobServices = Omit<
  AppServices,
  'settings' | 'connections' | 'byItself' | 'setups' | 'history' | 'again' | 'sharing'
> & {
  readonly firmware: FirmwareFiles;
  readonly boards: Boards;
  readonly jobs: Jobs;
  readonly builds: BuildWatch;
  readonly lock: PortLock;
  readonly traces: TraceDesk;
};

/** Puts the services together over what is handed in. Nothing is opened or polled yet. */
export function createServices(deps: ServiceDependencies): JobServices {
  const lock = new PortLock();
  const firmware = new FirmwareFiles();
  const boards = new Boards(deps, lock);
  const saves = new SavedFiles();
  const nvs = new NvsDesk(saves);
  const traces = new TraceDesk(deps, saves);
  const jobs = new Jobs(deps, boards, firmware, lock, nvs, traces);
  const volumes = new VolumeDesk(deps, jobs, saves);
  return {
    boards,
    firmware,
    lock,
    builds: new BuildWatch({ firmware, clock: deps.clock }),
    traces,
    plans: new Plans(firmware, boards),
    jobs,
    monitor: new Monitor({ deps, lock, boards, firmware, saves, jobs }),
    memory: new MemoryDesk(deps, jobs, boards, saves),
    tools: new ToolsDesk(deps, jobs, boards, saves),
    nvs,
    volumes,
    volumeEditor: new VolumeEditor(deps, jobs, volumes),
    partitions: new PartitionDesk(saves),
    boardFiles: new BoardFiles(boards, nvs, saves, deps.about),
    saves,
    images: new ImageDesk(firmware, boards, saves),
  };
}
