import { chipById } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import type { Clock, ModemLines } from '../engine/transport/transport';
import { AddressSpace } from './address-space';
import type { RunningApplication } from './applications/application';
import { startApplication } from './applications/start-application';
import { downloadModeText, flashBootText } from './boot-text';
import type { Chip, ChipProgram, ResetCause } from './chip-program';
import { resetRegisters, uartDividerBlock } from './chip-registers';
import { CommandPipeline } from './command-pipeline';
import { Efuses } from './efuses';
import { FlashSupply } from './flash-supply';
import { circuitFor, type LineCircuit, type Wiring } from './modem-lines';
import { NorFlash } from './nor-flash';
import { resolvePersonality, type Personality, type PersonalityOptions } from './personality';
import { Random } from './random';
import { RomLoader } from './rom-loader';
import { RtcWatchdog } from './rtc-watchdog';
import { SerialLine } from './serial-line';
import { SpiController } from './spi-controller';
import { StubLoader, stubGreeting } from './stub-loader';
import { startTrouble, type Trouble, type TroubleBehaviour } from './troubles';
import { FrameReceiver, wrapFrame } from './wire-frames';

/** What kind of board, in what condition. */
export interface VirtualBoardOptions extends PersonalityOptions {
  readonly clock: Clock;
  /** Contents of flash at the start; blank behind them. */
  readonly flash?: Uint8Array;
  /** True: bytes, erasing and programming cost the time they cost on a real board. */
  readonly pace?: boolean;
  readonly troubles?: readonly Trouble[];
  /** What code that is uploaded and started is taken for: the stub, or a program that says nothing. Default: stub. */
  readonly uploads?: 'stub' | 'program';
  readonly wiring?: Wiring;
}

/** What the chip is doing. */
export type BoardActivity = 'heldInReset' | 'romLoader' | 'stub' | 'application' | 'unplugged';

/** The capacitor at EN keeps the chip in reset for about this long after the line is let go. */
const EN_RISE_MS = 1;
/** What ROM does before it prints its first line or listens. */
const ROM_START_MS = 5;
const FIRST_CONTACT_BAUD_RATE = 115_200;

/**
 * One board: a chip with its flash, eFuses and memory, the circuit around EN and BOOT, and a serial
 * line. Bytes in, bytes out; whatever speaks the serial protocol can be on the other end.
 */
export class VirtualBoard implements Chip {
  readonly personality: Personality;
  readonly clock: Clock;
  readonly wiring: Wiring;
  readonly memory = new AddressSpace();
  readonly spi: SpiController;
  readonly random: Random;
  /** The flash part itself; `flash` is what it holds. */
  readonly flashPart: NorFlash;
  private readonly flashSupply: FlashSupply;
  private readonly watchdog: RtcWatchdog | null;
  private readonly uploads: 'stub' | 'program';
  private readonly line: SerialLine;
  private readonly receiver = new FrameReceiver();
  private readonly pipeline: CommandPipeline;
  private readonly circuit: LineCircuit;
  private readonly troubles: readonly TroubleBehaviour[];
  private readonly byteListeners = new Set<(bytes: Uint8Array) => void>();
  private readonly unplugListeners = new Set<() => void>();
  private currentActivity: BoardActivity = 'heldInReset';
  private program: ChipProgram | null = null;
  private application: RunningApplication | null = null;
  private pullsBoot = false;
  private bootButtonIsDown = false;
  private strappedForDownload = false;
  /** The ROM loader takes over the rate of the first bytes it sees. */
  private measuresBaudRate = false;
  private cancelStartUp: (() => void) | null = null;
  private troubleMs = 0;

  constructor(options: VirtualBoardOptions) {
    this.clock = options.clock;
    this.wiring = options.wiring ?? 'uartBridge';
    this.uploads = options.uploads ?? 'stub';
    this.personality = resolvePersonality(chipById(options.chip), options);
    this.random = new Random(this.personality.seed);
    this.flashPart = new NorFlash({
      sizeBytes: this.personality.flashSizeBytes,
      jedecId: this.personality.flashId,
      hasSfdp: this.personality.hasSfdp,
      statusMask: this.personality.flashStatusMask,
      ...(options.flash === undefined ? {} : { contents: options.flash }),
    });
    this.flashSupply = new FlashSupply(this.personality, this.memory);
    const hasPower = (): boolean => this.flashSupply.isOn;
    this.spi = new SpiController(this.descriptor.spi, this.flashPart, hasPower, this.personality.flashConnection);
    this.memory.map(this.spi);
    this.memory.map(new Efuses(this.personality));
    if (this.personality.registers[this.descriptor.uart.clkDivReg] === undefined) {
      this.memory.map(uartDividerBlock(this.descriptor, () => this.baudRate));
    }
    const { watchdogReset } = this.descriptor;
    this.watchdog =
      watchdogReset === null ? null : new RtcWatchdog(watchdogReset, this.clock, () => this.restart('watchdog'));
    if (this.watchdog !== null) this.memory.map(this.watchdog);
    const isPaced = options.pace ?? false;
    this.troubles = (options.troubles ?? []).map((trouble) =>
      startTrouble(trouble, {
        flash: this.flashPart,
        random: this.random,
        unplug: () => this.unplug(),
        brownOut: () => this.restart('watchdog'),
      }),
    );
    this.line = new SerialLine(this.clock, this.random, linePace(isPaced, this.wiring), this.troubles, {
      toHost: (bytes) => this.emit(bytes),
      toChip: (bytes) => this.hear(bytes),
    });
    this.pipeline = new CommandPipeline(this.clock, {
      send: (bytes, onSent) => this.line.sendToHost(bytes, onSent),
      workMs: (milliseconds) => (isPaced ? milliseconds : 0) + this.takeTroubleMs(),
    });
    this.circuit = circuitFor(this.wiring);
    this.reset('powerOn');
    this.boot('powerOn');
  }

  get descriptor(): ChipDescriptor {
    return this.personality.descriptor;
  }

  /** The contents of the flash part, live. */
  get flash(): Uint8Array {
    return this.flashPart.bytes;
  }

  get activity(): BoardActivity {
    return this.currentActivity;
  }

  get baudRate(): number {
    return this.line.chipBaudRate;
  }

  /** Bytes from the host; resolves when the chip has them all (at once unless paced). */
  async receive(bytes: Uint8Array): Promise<void> {
    if (this.currentActivity === 'unplugged') return;
    if (this.measuresBaudRate) {
      this.measuresBaudRate = false;
      // A serial server's end of the wire is at the rate of every first contact.
      this.line.chipBaudRate = this.line.hostBaudRate ?? FIRST_CONTACT_BAUD_RATE;
    }
    await this.line.sendToChip(bytes);
  }

  /** Bytes to the host. Returns the unsubscribe. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.byteListeners.add(listener);
    return () => void this.byteListeners.delete(listener);
  }

  /** The board has gone from the bus. Returns the unsubscribe. */
  onUnplug(listener: () => void): () => void {
    this.unplugListeners.add(listener);
    return () => void this.unplugListeners.delete(listener);
  }

  /** Null where the host's rate means nothing. */
  setHostBaudRate(baudRate: number | null): void {
    this.line.hostBaudRate = this.wiring === 'uartBridge' ? baudRate : null;
  }

  /** The host has closed its port: bytes that are still on their way to the chip are dropped. */
  hostLeft(): void {
    this.line.dropInput();
  }

  setModemLines(lines: ModemLines): void {
    if (this.currentActivity === 'unplugged') return;
    const effects = this.circuit.set(lines);
    this.pullsBoot = effects.pullsBoot;
    if (effects.requestsReset) this.restart('usbSerialJtag');
    if (effects.holdsReset) this.holdReset();
    else if (this.currentActivity === 'heldInReset' && this.cancelStartUp === null) this.releaseReset();
  }

  /** The BOOT button, held or let go by hand. */
  holdBootButton(isDown: boolean): void {
    this.bootButtonIsDown = isDown;
  }

  /** The RESET (EN) button, pressed and let go by hand. */
  pressReset(): void {
    if (this.currentActivity !== 'unplugged') this.restart('externalReset');
  }

  unplug(): void {
    if (this.currentActivity === 'unplugged') return;
    this.stop('unplugged');
    this.line.dropInput();
    for (const listener of [...this.unplugListeners]) listener();
  }

  /** Plugged in again: the power comes back, and what is in flash starts. */
  plugIn(): void {
    if (this.currentActivity !== 'unplugged') return;
    this.currentActivity = 'heldInReset';
    this.restart('powerOn');
  }

  setBaudRate(baudRate: number): void {
    this.line.chipBaudRate = baudRate;
  }

  adjustEraseMs(milliseconds: number): number {
    for (const trouble of this.troubles) this.troubleMs += trouble.extraEraseMs ?? 0;
    return milliseconds;
  }

  adjustMd5(digest: Uint8Array): Uint8Array {
    return this.troubles.reduce((current, trouble) => trouble.md5?.(current) ?? current, digest);
  }

  answersSync(): boolean {
    return this.troubles.every((trouble) => trouble.answersSync?.() ?? true);
  }

  restart(cause: ResetCause): void {
    if (this.currentActivity === 'unplugged') return;
    this.reset(cause);
    this.cancelStartUp = this.clock.after(ROM_START_MS, () => {
      this.cancelStartUp = null;
      this.boot(cause);
    });
  }

  startApplication(): void {
    // A board without lines would be lost to its host for good: there BOOT stays tied, and it comes back.
    if (this.wiring === 'none') {
      this.restart('software');
      return;
    }
    this.stop('application');
    this.line.chipBaudRate = this.descriptor.bootLogBaudRate;
    this.startFromFlash('software');
  }

  startUploadedCode(): void {
    if (this.uploads === 'program') {
      this.stop('application');
      return;
    }
    this.run(new StubLoader(this), 'stub');
    this.line.sendToHost(wrapFrame(stubGreeting), () => undefined);
  }

  private reset(cause: ResetCause): void {
    this.stop('heldInReset');
    if (cause === 'powerOn' || cause === 'externalReset') this.clearForcedDownload();
    // A software reset leaves the latched strapping alone; every other one reads the pins again.
    if (cause !== 'software') this.strappedForDownload = this.readStrapping();
    this.watchdog?.reset();
    this.spi.reset();
    this.flashSupply.reset();
    resetRegisters(
      this.memory,
      this.personality,
      this.strappedForDownload,
      this.wiring === 'usbSerialJtag' ? 'usbSerialJtag' : 'uart',
    );
    this.line.chipBaudRate = this.descriptor.bootLogBaudRate;
  }

  private boot(cause: ResetCause): void {
    if (this.strappedForDownload) {
      this.print(downloadModeText(this.descriptor, cause));
      this.measuresBaudRate = true;
      this.run(new RomLoader(this), 'romLoader');
    } else {
      this.startFromFlash(cause);
    }
  }

  private startFromFlash(cause: ResetCause): void {
    this.currentActivity = 'application';
    this.print(flashBootText(this.descriptor, cause, this.flash));
    this.application = startApplication(this.descriptor, this.flash, {
      chip: this.descriptor,
      clock: this.clock,
      print: (text, onSent) => this.print(text, onSent),
      restart: () => this.restart('software'),
    });
  }

  private run(program: ChipProgram, activity: BoardActivity): void {
    this.program = program;
    this.pipeline.run(program);
    this.currentActivity = activity;
  }

  private stop(activity: BoardActivity): void {
    this.cancelStartUp?.();
    this.cancelStartUp = null;
    this.program = null;
    this.application?.stop();
    this.application = null;
    this.pipeline.run(null);
    this.receiver.reset();
    this.line.dropOutput();
    this.measuresBaudRate = false;
    this.currentActivity = activity;
  }

  private holdReset(): void {
    this.stop('heldInReset');
    this.watchdog?.reset();
  }

  private releaseReset(): void {
    this.cancelStartUp = this.clock.after(EN_RISE_MS, () => {
      this.cancelStartUp = null;
      this.restart('externalReset');
    });
  }

  private readStrapping(): boolean {
    const isForced = this.troubles.some((trouble) => trouble.forcesFlashBoot?.() ?? false);
    if (isForced) return false;
    return this.wiring === 'none' || this.pullsBoot || this.bootButtonIsDown || this.isDownloadForced();
  }

  /** An application can ask for download mode by a bit that outlives every reset but that of EN. */
  private isDownloadForced(): boolean {
    const field = this.descriptor.watchdogReset?.forceDownloadBoot ?? null;
    return field !== null && ((this.memory.readWord(field.address) >>> field.shift) & 1) === 1;
  }

  private clearForcedDownload(): void {
    const field = this.descriptor.watchdogReset?.forceDownloadBoot ?? null;
    if (field !== null) this.memory.writeWord(field.address, 0);
  }

  private hear(bytes: Uint8Array): void {
    this.application?.hear(bytes);
    if (this.program === null || bytes.length === 0) return;
    this.receiver.push(bytes, (frame) => this.pipeline.accept(frame));
  }

  private print(text: string, onSent: () => void = () => undefined): void {
    this.line.sendToHost(new TextEncoder().encode(text), onSent);
  }

  private emit(bytes: Uint8Array): void {
    if (this.currentActivity === 'unplugged') return;
    for (const listener of [...this.byteListeners]) listener(bytes);
  }

  private takeTroubleMs(): number {
    const milliseconds = this.troubleMs;
    this.troubleMs = 0;
    return milliseconds;
  }
}

function linePace(isPaced: boolean, wiring: Wiring): 'none' | 'baudRate' | 'usb' {
  if (!isPaced) return 'none';
  return wiring === 'usbSerialJtag' ? 'usb' : 'baudRate';
}
