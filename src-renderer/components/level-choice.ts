import type { LogLevel } from '../../src-shared/monitor/log-level';

/** Which lines are shown by how serious they are; `all` also those that do not say. */
export type LevelChoice = 'all' | Exclude<LogLevel, 'verbose'>;
