import type { ConnectionSettings } from './calls/connection';

/** What does for nearly every board. */
export const defaultConnectionSettings: ConnectionSettings = {
  chip: 'automatic',
  attempts: 7,
  openAttempts: 1,
  resetSequence: '',
  spiConnection: 'SPI',
  vddSdio: 'usual',
};
