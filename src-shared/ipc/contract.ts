/**
 * The one list of calls and events between the window and the main process, put together from one file per noun in
 * calls/. The handler map in src-main/ipc and the client in src-renderer/api are both derived from it: a call that
 * is missing on either side does not compile. Requests are parsed with zod in the main process, always.
 */
import type { z } from 'zod';
import type { AppErrorData } from '../errors/app-error';
import { appRequests, type AppEvents, type AppReplies } from './calls/app';
import { boardJobsRequests, type BoardJobsEvents, type BoardJobsReplies } from './calls/board-jobs';
import { boardsRequests, type BoardsEvents, type BoardsReplies } from './calls/boards';
import { buildsRequests, type BuildsEvents, type BuildsReplies } from './calls/builds';
import { connectionRequests, type ConnectionReplies } from './calls/connection';
import { filesRequests, type FilesEvents, type FilesReplies } from './calls/files';
import { historyRequests, type HistoryEvents, type HistoryReplies } from './calls/history';
import { flashRequests, type FlashReplies } from './calls/flash';
import { imagesRequests, type ImagesEvents, type ImagesReplies } from './calls/images';
import { jobsRequests, type JobsEvents, type JobsReplies } from './calls/jobs';
import { memoryRequests, type MemoryReplies } from './calls/memory';
import { monitorRequests, type MonitorEvents, type MonitorReplies } from './calls/monitor';
import { nvsRequests, type NvsReplies } from './calls/nvs';
import { partitionsRequests, type PartitionsReplies } from './calls/partitions';
import { savesRequests, type SavesReplies } from './calls/saves';
import { settingsRequests, type SettingsReplies } from './calls/settings';
import { sharingRequests, type SharingEvents, type SharingReplies } from './calls/sharing';
import { setupsRequests, type SetupsEvents, type SetupsReplies } from './calls/setups';
import { traceRequests, type TraceEvents, type TraceReplies } from './calls/trace';
import { toolsRequests, type ToolsReplies } from './calls/tools';
import { volumeRequests, type VolumeEvents, type VolumeReplies } from './calls/volume';

export type * from './board';
export type * from './firmware-file';
export type * from './image-file';
export * from './calls/app';
export * from './calls/board-jobs';
export * from './calls/boards';
export * from './calls/builds';
export * from './calls/connection';
export * from './connection-defaults';
export * from './calls/files';
export * from './calls/flash';
export * from './calls/history';
export * from './calls/images';
export * from './calls/jobs';
export * from './calls/memory';
export * from './calls/monitor';
export * from './calls/nvs';
export * from './calls/partitions';
export * from './calls/saves';
export * from './calls/settings';
export * from './calls/setups';
export * from './calls/tools';
export * from './calls/trace';
export * from './calls/sharing';
export * from './calls/volume';

/** Request schemas by channel. */
export const requestSchemas = {
  ...appRequests,
  ...settingsRequests,
  ...boardsRequests,
  ...buildsRequests,
  ...connectionRequests,
  ...filesRequests,
  ...flashRequests,
  ...boardJobsRequests,
  ...imagesRequests,
  ...nvsRequests,
  ...partitionsRequests,
  ...savesRequests,
  ...jobsRequests,
  ...memoryRequests,
  ...toolsRequests,
  ...volumeRequests,
  ...monitorRequests,
  ...setupsRequests,
  ...sharingRequests,
  ...traceRequests,
  ...historyRequests,
} as const satisfies Record<string, z.ZodType>;

export type Channel = keyof typeof requestSchemas;
export type Request<C extends Channel> = z.infer<(typeof requestSchemas)[C]>;

/** Reply types by channel. */
export interface Replies
  extends
    AppReplies,
    SettingsReplies,
    BoardsReplies,
    BuildsReplies,
    ConnectionReplies,
    FilesReplies,
    FlashReplies,
    BoardJobsReplies,
    ImagesReplies,
    NvsReplies,
    PartitionsReplies,
    SavesReplies,
    JobsReplies,
    MemoryReplies,
    ToolsReplies,
    VolumeReplies,
    MonitorReplies,
    SetupsReplies,
    SharingReplies,
    TraceReplies,
    HistoryReplies {}
export type Reply<C extends Channel> = Replies[C];

/** Events from main to window. */
export interface Events
  extends
    AppEvents,
    BoardsEvents,
    BuildsEvents,
    FilesEvents,
    BoardJobsEvents,
    ImagesEvents,
    JobsEvents,
    MonitorEvents,
    SetupsEvents,
    SharingEvents,
    TraceEvents,
    VolumeEvents,
    HistoryEvents {}
export type EventName = keyof Events;

/** What crosses the bridge as a reply. */
export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppErrorData };
