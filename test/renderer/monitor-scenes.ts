/** A board that is listened to, for the scenes: what it says when the monitor is opened, and what the rest answers. */
import { AppError } from '../../src-shared/errors/app-error';
import type { Channel, EventName, Events, MonitorState, Replies, Request } from '../../src-shared/ipc/contract';
import { boardTexts } from '../monitor/board-texts';

type MonitorChannel = Extract<Channel, `monitor.${string}`>;
type MonitorHandlers = { [C in MonitorChannel]: (request: Request<C>) => Replies[C] | Promise<Replies[C]> };
type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

/** What a scene's monitor is like. */
export interface MonitorScene {
  /** What the board says as soon as somebody listens. */
  readonly says: string | Uint8Array;
  /** What happens right afterwards. */
  readonly becomes: Partial<MonitorState> | null;
  /** Refuses to open. */
  readonly refusal: AppError | null;
}

const red = (text: string): string => `\u001b[0;31m${text}\u001b[0m`;
const yellow = (text: string): string => `\u001b[0;33m${text}\u001b[0m`;
const green = (text: string): string => `\u001b[0;32m${text}\u001b[0m`;
const printed = (text: string): string => text.replaceAll('\n', '\r\n');

const weather = Array.from({ length: 60 }, (_, index) => {
  const at = 400 + index * 1000;
  if (index % 17 === 5) return red(`E (${at}) sensor: no answer from 0x76, trying again`);
  if (index % 9 === 4) return yellow(`W (${at}) wifi: signal is weak (-${70 + (index % 9)} dBm)`);
  return green(
    `I (${at}) weather: temperature ${(21 + Math.sin(index / 5)).toFixed(1)} °C, humidity ${48 + (index % 7)} %`,
  );
}).join('\n');
const plot = Array.from(
  { length: 160 },
  (_, index) =>
    `temperature:${(21.5 + 2 * Math.sin(index / 20)).toFixed(2)},humidity:${(48 + 9 * Math.sin(index / 47 + 1)).toFixed(1)}`,
).join('\n');

const quiet: MonitorScene = { says: '', becomes: null, refusal: null };
/** By what they show. */
export const monitorScenes = {
  quiet,
  talking: { ...quiet, says: printed(`${boardTexts.goodStart}${weather}\n`) },
  crashed: { ...quiet, says: printed(`${boardTexts.goodStart}${boardTexts.esp32LoadProhibited}`) },
  empty: { ...quiet, says: printed(boardTexts.esp32Empty) },
  plotting: { ...quiet, says: printed(`${plot}\n`) },
  noise: { ...quiet, says: Uint8Array.from({ length: 900 }, (_, index) => (index * 151 + (index >> 3) * 7) % 256) },
  yielded: {
    ...quiet,
    says: printed(`${boardTexts.goodStart}${weather}\n`),
    becomes: { status: 'yielded', heldBy: 'job' },
  },
  away: { ...quiet, says: printed(`${boardTexts.goodStart}${weather}\n`), becomes: { status: 'away' } },
  busy: { ...quiet, refusal: new AppError('port.busy', { path: '/dev/ttyUSB0', holder: 'minicom' }) },
} satisfies Record<string, MonitorScene>;

const closed: MonitorState = {
  status: 'closed',
  path: null,
  baudRate: null,
  canReset: false,
  heldBy: null,
  error: null,
  recording: null,
  programs: [],
};

/** The monitor's part of the bridge. What is sent comes back as a chatty app would answer it. */
export function monitorHandlers(scene: MonitorScene, emit: Emit): MonitorHandlers {
  let state = closed;
  let sequence = 0;
  const change = (next: Partial<MonitorState>): void => {
    state = { ...state, ...next };
    emit('monitor.state', state);
  };
  const say = (said: string | Uint8Array, origin: 'board' | 'job' = 'board'): void => {
    sequence += 1;
    const atMs = Date.UTC(2026, 0, 2, 12, 0, 0) + sequence * 16;
    const bytes = typeof said === 'string' ? new TextEncoder().encode(said) : said;
    emit('monitor.data', { sequence, atMs, bytes, droppedBytes: 0, origin });
  };
  return {
    'monitor.state': () => state,
    'monitor.open': ({ path, baudRate }) => {
      if (scene.refusal !== null) throw scene.refusal;
      change({ status: 'open', path, baudRate: baudRate === 'automatic' ? 115_200 : baudRate, canReset: true });
      setTimeout(() => {
        if (scene.says.length > 0) say(scene.says);
        if (scene.becomes !== null) change(scene.becomes);
      }, 0);
      return state;
    },
    'monitor.close': () => {
      change(closed);
      return null;
    },
    'monitor.setRate': ({ baudRate }) => {
      change({ baudRate: baudRate === 'automatic' ? 115_200 : baudRate });
      return null;
    },
    'monitor.setLines': () => null,
    'monitor.reset': ({ into }) => {
      say(printed(into === 'app' ? boardTexts.goodStart : boardTexts.downloadMode));
      return null;
    },
    'monitor.send': ({ text }) => {
      if (state.status !== 'open') throw new AppError('port.notOpen', { path: state.path ?? '' });
      say(`You said: ${text.replaceAll(/[\r\n]/g, '')}\r\n`);
      return null;
    },
    'monitor.taken': () => null,
    'monitor.clear': () => null,
    'monitor.save': () => ({ name: 'monitor.txt', sizeBytes: 12_345, lostBytes: 0 }),
    'monitor.record': () => {
      change({ recording: { name: 'monitor.txt', sizeBytes: 2048, error: null } });
      return null;
    },
    'monitor.stopRecording': () => {
      change({ recording: null });
      return null;
    },
    'monitor.receive': () => null,
    'monitor.chooseProgram': () => {
      change({ programs: ['weather-station.elf'] });
      return [];
    },
    'monitor.locate': ({ addresses }) => ({
      program: state.programs[0] ?? null,
      isSame: state.programs.length > 0 ? true : null,
      places:
        state.programs.length === 0
          ? []
          : addresses.map(({ address }, index) => ({
              address,
              functionName: ['read_sensor', 'measure', 'app_main', 'main_task'][index] ?? null,
              file: ['sensor.c', 'weather.c', 'main.c', 'app_startup.c'][index] ?? null,
              line: 40 + index,
            })),
    }),
  };
}
