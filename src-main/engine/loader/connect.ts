import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { CommandChannel } from '../protocol/command-channel';
import type { ResetStrategy } from '../reset/reset-strategy';
import { strategiesFor } from '../reset/reset-strategies';
import { sleep } from '../transport/sleep';
import type { Transport } from '../transport/transport';
import { detectChip } from './chip-detection';
import { explainFailedConnect } from './connect-failure';
import type { Connect, Connection, ConnectOptions } from './connection';
import { detectConsole, quietWatchdogs } from './console';
import type { Abortable } from './loader';
import { romProfile, stubProfile } from './loader-profile';
import { ProtocolLoader } from './protocol-loader';

/** SYNCs after each reset: the chip needs some time to boot, and some bytes to find the rate. */
const syncsPerAttempt = 5;
const pauseBetweenSyncsMs = 50;
const longestHeard = 16_384;

/**
 * Resets the chip into its loader, syncs, and finds out which chip it is. The transport is open and
 * stays so, also after an error. The rules of what went wrong are in `connect-failure.ts`.
 */
export const connect: Connect = async (transport, options) => {
  const channel = new CommandChannel(transport, options.trace ?? null);
  const listener = new BootLogListener(channel);
  try {
    const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
    if (transport.link.hasBaudRate) await transport.setBaudRate(options.baudRate);
    const { strategy, isStub } = await reachLoader(transport, channel, listener, options);
    return await describe(channel, listener, strategy, isStub, options, abortable);
  } catch (error) {
    channel.detach();
    throw error;
  }
};

interface Reached {
  readonly strategy: ResetStrategy;
  /** Null where nobody synced, so that it is not known. */
  readonly isStub: boolean | null;
}

async function reachLoader(
  transport: Transport,
  channel: CommandChannel,
  listener: BootLogListener,
  options: ConnectOptions,
): Promise<Reached> {
  const strategies = strategiesFor(transport.link, options.before, options.customResetSequence);
  for (let attempt = 1; options.attempts === 0 || attempt <= options.attempts; attempt += 1) {
    const strategy = strategies[(attempt - 1) % strategies.length];
    if (strategy === undefined) break;
    options.onAttempt?.({ attempt, attempts: options.attempts, strategy: strategy.id });
    await strategy.enterDownloadMode(transport, options.signal);
    if (options.before === 'no-reset-no-sync') return { strategy, isStub: null };
    for (let sync = 0; sync < syncsPerAttempt; sync += 1) {
      const isStub = await trySync(channel, listener, options);
      if (isStub !== null) return { strategy, isStub };
      await sleep(transport.clock, pauseBetweenSyncsMs, options.signal);
    }
  }
  throw explainFailedConnect({
    path: transport.path,
    attempts: options.attempts,
    receivedBytes: channel.receivedBytes,
    heard: listener.text,
    isEcho: listener.isEcho,
  });
}

/**
 * Null where nothing of use came back; else whether it was the stub, which answers SYNC with the value
 * 0, unlike any ROM (esp-flasher-stub, `s_sync`).
 */
async function trySync(
  channel: CommandChannel,
  listener: BootLogListener,
  options: ConnectOptions,
): Promise<boolean | null> {
  const unmatched = channel.collectFrames('SYNC');
  try {
    const reply = await channel.request('SYNC', {}, options.signal === undefined ? {} : { signal: options.signal });
    return reply.value === 0;
  } catch (error) {
    if (isAppError(error) && error.code.startsWith('protocol.')) return null;
    throw error;
  } finally {
    for (const frame of unmatched.takeAll()) listener.hearFrame(frame);
    unmatched.close();
  }
}

async function describe(
  channel: CommandChannel,
  listener: BootLogListener,
  strategy: ResetStrategy,
  synced: boolean | null,
  options: ConnectOptions,
  abortable: Abortable,
): Promise<Connection> {
  const { chip, securityInfo, secureDownloadMode } = await detectChip(channel, abortable);
  if (options.expectedChip !== null && options.expectedChip !== chip.id) {
    throw new AppError('connect.wrongChip', { expected: options.expectedChip, found: chip.id });
  }
  const session = { channel, chip, baudRate: options.baudRate, flashSizeBytes: null };
  // Nobody has synced: one SYNC now tells whether it is the stub, and silence leaves the ROM.
  const isStub = synced ?? (await trySync(channel, listener, options)) ?? false;
  const loader = new ProtocolLoader(session, isStub ? stubProfile(chip) : romProfile(chip));
  const console = await detectConsole(loader, secureDownloadMode, channel.transport.link, abortable);
  if (console === 'usbSerialJtag' && loader.kind === 'rom' && !secureDownloadMode)
    await quietWatchdogs(loader, abortable);
  listener.stop();
  return {
    transport: channel.transport,
    chip,
    loader,
    securityInfo,
    secureDownloadMode,
    console,
    bootLog: listener.text,
    strategy: strategy.id,
    detach: () => channel.detach(),
  };
}

/** Keeps what the chip prints while we try to reach it. */
class BootLogListener {
  text = '';
  isEcho = false;
  readonly #unsubscribe: () => void;

  constructor(channel: CommandChannel) {
    this.#unsubscribe = channel.onText((bytes) => this.#hear(bytes));
  }

  stop(): void {
    this.#unsubscribe();
  }

  /** A frame that answers nothing: our own command come back, or text between two stray delimiters. */
  hearFrame(frame: Uint8Array): void {
    if (frame[0] === 0x00 && frame[1] === 0x08) this.isEcho = true;
    else this.#hear(frame);
  }

  #hear(bytes: Uint8Array): void {
    for (const byte of bytes) this.text += String.fromCharCode(byte);
    this.text = this.text.slice(-longestHeard);
  }
}
