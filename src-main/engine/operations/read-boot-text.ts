import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { Abortable } from '../loader/loader';
import { diagnoseBootLog, type BootProblem } from '../reset/boot-log';
import type { Transport } from '../transport/transport';
import { sleep } from '../transport/sleep';

/** What the chip said after it was restarted, and what that means. */
export interface BootReport {
  /** Without control characters, colours and replies of the loader; lines end with `\n`. */
  readonly text: string;
  /**
   * True: text of the application was seen. False: the chip says that it could not start. Null: nothing
   * speaks for or against it (many applications print nothing).
   */
  readonly started: boolean | null;
  /** Name and version, where the application prints them: `hello_world v1.2`. */
  readonly app: string | null;
  readonly problem: BootProblem | 'wrongBootMode' | 'crashLoop' | null;
}

/** Options of `readBootText`. */
export interface ReadBootTextOptions extends Abortable {
  /** Listens no longer than this after the reset. Default 3000. */
  readonly listenMs?: number;
}

/** When text has come and then nothing for this long, there is no more to wait for. */
const quietMs = 800;
const pollMs = 50;
/** More than any boot log; a chatty application is cut here. */
const longestBytes = 64 * 1024;

/**
 * Runs `reset` and listens to what the chip prints. Listening starts before the reset, because the first
 * line comes at once. A port that goes away meanwhile ends it with what was read: a chip on its own USB
 * leaves the bus when it restarts. Rejects with what `reset` rejects with, and with `job.cancelled`.
 */
export async function readBootText(
  transport: Transport,
  chip: ChipDescriptor,
  reset: () => Promise<void>,
  options: ReadBootTextOptions = {},
): Promise<BootReport> {
  const { clock } = transport;
  const received: number[] = [];
  let lastByteMs: number | null = null;
  let closed = false;
  const stopBytes = transport.onBytes((bytes) => {
    for (const byte of bytes.subarray(0, longestBytes - received.length)) received.push(byte);
    lastByteMs = clock.nowMs();
  });
  const stopClose = transport.onClose(() => {
    closed = true;
  });
  const isOver = (endMs: number): boolean =>
    closed ||
    clock.nowMs() >= endMs ||
    received.length >= longestBytes ||
    (lastByteMs !== null && clock.nowMs() - lastByteMs >= quietMs);
  try {
    await reset();
    const endMs = clock.nowMs() + (options.listenMs ?? 3000);
    while (!isOver(endMs)) await sleep(clock, pollMs, options.signal);
  } finally {
    stopBytes();
    stopClose();
  }
  return summarizeBootText(cleanBootText(Uint8Array.from(received)), chip);
}

/** Makes readable text of what came over the wire. */
export function cleanBootText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8')
    .decode(withoutFrames(bytes))
    .replace(/\u001b\[[0-9;]{0,16}[A-Za-z]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Replies of the loader to the last commands stand in front of the text: SLIP frames, 0xC0 … 0xC0. */
function withoutFrames(bytes: Uint8Array): Uint8Array {
  const frameEnd = 0xc0;
  let start = 0;
  while (bytes[start] === frameEnd) {
    const end = bytes.indexOf(frameEnd, start + 1);
    if (end === -1) break;
    start = end + 1;
  }
  return bytes.subarray(start);
}

/** Reads the meaning out of cleaned boot text. */
export function summarizeBootText(text: string, chip: Pick<ChipDescriptor, 'id'>): BootReport {
  const problem = findProblem(text);
  const app = findApp(text);
  if (problem !== null) return { text, started: false, app, problem };
  return { text, started: app !== null || hasApplicationText(text, chip) ? true : null, app, problem };
}

/** Exception reports of ESP-IDF, Arduino and ESP8266's SDKs. */
const crash =
  /Guru Meditation Error|abort\(\) was called|^Backtrace:|Fatal exception|assert failed:|Exception \(\d+\):/m;

function findProblem(text: string): BootReport['problem'] {
  const diagnosis = diagnoseBootLog(text);
  if (diagnosis.problem !== null) return diagnosis.problem;
  if (diagnosis.mode === 'download' || diagnosis.mode === 'other') return 'wrongBootMode';
  const resets = text.match(/rst:0x|rst cause/g)?.length ?? 0;
  // Two resets happen when a board is reset twice by hand or by a slow capacitor; three in a row do not.
  return resets >= 3 || crash.test(text) ? 'crashLoop' : null;
}

/** ESP-IDF prints both at start, from its application description. */
function findApp(text: string): string | null {
  const name = /Project name:\s*(\S{1,64})/.exec(text)?.[1];
  if (name === undefined) return null;
  const version = /App version:\s*(\S{1,64})/.exec(text)?.[1];
  return version === undefined ? name : `${name} ${version}`;
}

/** Log lines of the second-stage bootloader, which are no proof of an application. */
const bootloaderLine =
  /^[EWIDV] \(\d+\) (?:boot(?:\.\w+)?|esp_image|bootloader\w*|flash_parts|secure_boot\w*|qio_mode):/;

/**
 * True when something was printed after ROM (`entry 0x…`, `csum 0x…` on ESP8266) that is not the
 * bootloader's.
 */
function hasApplicationText(text: string, chip: Pick<ChipDescriptor, 'id'>): boolean {
  const lines = text.split('\n');
  const endOfRom = chip.id === 'esp8266' ? /^csum 0x/ : /^entry 0x/;
  let afterRom = 0;
  for (const [index, line] of lines.entries()) if (endOfRom.test(line)) afterRom = index + 1;
  if (afterRom === 0) return false;
  return lines.slice(afterRom).some((line) => /[A-Za-z]{3}/.test(line) && !bootloaderLine.test(line));
}
