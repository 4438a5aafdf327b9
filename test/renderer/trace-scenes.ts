/** What went over the wire, for the scenes: as many lines as a scene wants. */
import type { Channel, Events, EventName, Replies, Request, TracedJob, TraceLine } from '../../src-shared/ipc/contract';

type Handlers = { [C in Extract<Channel, `trace.${string}`>]: (request: Request<C>) => Replies[C] };
type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;
type Plain = Pick<TraceLine, 'kind' | 'direction' | 'text' | 'quote' | 'hex' | 'sizeBytes'>;

export interface TraceScene {
  /** Numbers of the oldest line and one past the newest. */
  readonly first: number;
  readonly end: number;
}
/** Null: no job has run yet. */
export type TraceSceneOrNone = TraceScene | null;

const plain = (kind: TraceLine['kind'], direction: TraceLine['direction'], text: string, hex = ''): Plain => ({
  kind,
  direction,
  text,
  quote: '',
  hex,
  sizeBytes: hex === '' ? null : hex.split(' ').length,
});
const start: readonly Plain[] = [
  plain('lines', 'here', 'open usbUartBridge, 115200 baud'),
  plain('lines', 'here', 'DTR off, RTS on'),
  plain('lines', 'here', 'DTR on, RTS off'),
  {
    ...plain('raw', 'fromChip', 'text'),
    quote: '"ESP-ROM:esp32c3-api1-20210207\\r\\nrst:0x1 (POWERON),boot:0x4 (DOWNLOAD(USB/UART0))\\r\\n"',
    sizeBytes: 102,
  },
  plain(
    'command',
    'toChip',
    'SYNC',
    '00 08 24 00 00 00 00 00 07 07 12 20 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 …',
  ),
  plain('error', 'here', 'SYNC again'),
  plain(
    'command',
    'toChip',
    'SYNC',
    '00 08 24 00 00 00 00 00 07 07 12 20 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 55 …',
  ),
  plain('reply', 'fromChip', 'SYNC value=0x20120707 len=4', '01 08 04 00 07 07 12 20 00 00 00 00'),
  plain('command', 'toChip', 'READ_REG address=0x40001000', '00 0a 04 00 00 00 00 00 00 10 00 40'),
  plain('reply', 'fromChip', 'READ_REG value=0x1b31506f len=4', '01 0a 04 00 6f 50 31 1b 00 00 00 00'),
  plain(
    'command',
    'toChip',
    'FLASH_DEFL_BEGIN uncompressedSize=0x12e000 packetCount=0x2f packetSize=0x4000 offset=0x10000',
    '00 10 10 00 00 00 00 00 00 e0 12 00 2f 00 00 00 00 40 00 00 00 00 01 00',
  ),
];

export function traceLine(number: number): TraceLine {
  const first = start[number];
  const packet = Math.floor((number - start.length) / 2);
  const made =
    first ??
    ((number - start.length) % 2 === 0
      ? plain(
          'command',
          'toChip',
          `FLASH_DEFL_DATA len=16384 seq=${packet}`,
          '00 11 10 40 4d 00 00 00 00 40 00 00 2a 00 00 00 00 00 00 00 00 00 00 00 78 da ec bd 07 78 14 d7 …',
        )
      : plain('reply', 'fromChip', 'FLASH_DEFL_DATA value=0x0 len=2', '01 11 02 00 00 00 00 00 00 00'));
  return { ...made, number, atMs: number * 7.25 };
}

export function traceHandlers(scene: TraceSceneOrNone, emit: Emit): Handlers {
  let job: TracedJob | null =
    scene === null ? null : { jobId: 'job-1', kind: 'flash', path: '/dev/ttyUSB0', isRunning: false, ...scene };
  return {
    'trace.watch': () => {
      // The job goes on where a test says so.
      Object.assign(globalThis, {
        growTrace: (count: number) => {
          if (job === null) return;
          job = { ...job, end: job.end + count };
          emit('trace.changed', [job]);
        },
      });
      return job === null ? [] : [job];
    },
    'trace.read': ({ from, count }) => {
      if (job === null) throw new Error('no job');
      const begin = Math.max(from, job.first);
      const length = Math.max(0, Math.min(count, job.end - begin));
      return { lines: Array.from({ length }, (_, index) => traceLine(begin + index)), job };
    },
    'trace.text': ({ numbers }) => ({ text: `trace of ${numbers === null ? 'all' : numbers.join(' ')}` }),
    'trace.save': () => null,
  };
}
