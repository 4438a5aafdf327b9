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
import { powerFlash } from './flash-power';
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
  const channel = new CommandChannel(transport, options.trace ?? null, options.tuning?.timeouts);
  const listener = new BootLogListener(channel);
  try {
    if (transport.link.hasBaudRate) await transport.setBaudRate(options.baudRate);
    return await tryStrategies(transport, channel, listener, options);
  } catch (error) {
    channel.detach();
    throw error;
  }
};

async function tryStrategies(
  transport: Transport,
  channel: CommandChannel,
  listener: BootLogListener,
  options: ConnectOptions,
): Promise<Connection> {
  const strategies = strategiesFor(
    transport.link,
    options.before,
    options.customResetSequence,
    options.tuning?.resetDelayMs,
  );
  const explain = (): AppError =>
    explainFailedConnect({
      path: transport.path,
      attempts: options.attempts,
      receivedBytes: channel.receivedBytes,
      heard: listener.text,
      isEcho: listener.isEcho,
    });
  let lastError: AppError | null = null;
  for (let attempt = 1; options.attempts === 0 || attempt <= options.attempts; attempt += 1) {
    const strategy = strategies[(attempt - 1) % strategies.length];
    if (strategy === undefined) break;
    const trouble = attempt === 1 ? null : (lastError ?? explain());
    options.onAttempt?.({
      attempt,
      attempts: options.attempts,
      strategy: strategy.id,
      trouble: trouble?.toData() ?? null,
    });
    await strategy.enterDownloadMode(transport, options.signal);
    const skipsSync = options.before === 'no-reset-no-sync';
    const isStub = skipsSync ? null : await sync(channel, listener, options);
    if (isStub === null && !skipsSync) continue;
    try {
      return await describe(channel, listener, strategy, isStub, options);
    } catch (error) {
      // A line that garbles what follows the SYNC may be better after another reset.
      if (!isTroubleOnTheLine(error)) throw error;
      lastError = error;
    }
  }
  if (lastError !== null) throw lastError;
  throw explain();
}

function isTroubleOnTheLine(error: unknown): error is AppError {
  return (
    isAppError(error, 'protocol.timeout') ||
    isAppError(error, 'protocol.badFrame') ||
    isAppError(error, 'protocol.badReply')
  );
}

/** Several SYNCs; null where none was answered, else whether it was the stub. */
async function sync(
  channel: CommandChannel,
  listener: BootLogListener,
  options: ConnectOptions,
): Promise<boolean | null> {
  for (let count = 0; count < syncsPerAttempt; count += 1) {
    const isStub = await trySync(channel, listener, options);
    if (isStub !== null) return isStub;
    await sleep(channel.transport.clock, pauseBetweenSyncsMs, options.signal);
  }
  return null;
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
): Promise<Connection> {
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  const { chip, securityInfo, secureDownloadMode } = await detectChip(channel, abortable);
  if (options.expectedChip !== null && options.expectedChip !== chip.id) {
    throw new AppError('connect.wrongChip', { expected: options.expectedChip, found: chip.id });
  }
  const session = {
    channel,
    chip,
    baudRate: options.baudRate,
    flashSizeBytes: null,
    packetSendings: options.tuning?.packetSendings ?? null,
    acknowledgesAhead: null,
    ramBlockSizeBytes: chip.rom.ramBlockSizeBytes,
  };
  // Nobody has synced: one SYNC now tells whether it is the stub, and silence leaves the ROM.
  const isStub = synced ?? (await trySync(channel, listener, options)) ?? false;
  const loader = new ProtocolLoader(session, isStub ? stubProfile(chip) : romProfile(chip));
  const console = await detectConsole(loader, secureDownloadMode, channel.transport.link, abortable);
  if (console === 'usbOtg') session.ramBlockSizeBytes = chip.rom.usbRamBlockSizeBytes ?? session.ramBlockSizeBytes;
  if (loader.kind === 'rom' && !secureDownloadMode) {
    if (console === 'usbSerialJtag') await quietWatchdogs(loader, abortable);
    await powerFlash(loader, abortable);
  }
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
    tuning: options.tuning ?? {},
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
