import type { Clock } from '../engine/transport/transport';
import type { Random } from './random';
import type { TroubleBehaviour } from './troubles';

const BITS_PER_BYTE = 10;
/** A UART samples correctly up to about this difference between the two rates. */
const RATE_TOLERANCE = 0.03;
/** What USB-Serial/JTAG gets across, as a baud rate: some 300 KB/s. */
const USB_BAUD_RATE = 3_000_000;
/** Bytes from the host are handed over in parts of this size when they cost time. */
const SLICE_BYTES = 1024;

/** What a serial line connects. */
export interface SerialLineEnds {
  toHost(bytes: Uint8Array): void;
  toChip(bytes: Uint8Array): void;
}

/**
 * The wire between host and chip: bytes take their time at the current rate (when paced), turn to
 * garbage when the two ends disagree about the rate, and suffer what the troubles do to them.
 */
export class SerialLine {
  /** Null where a rate means nothing: USB-Serial/JTAG and TCP. */
  hostBaudRate: number | null = null;
  chipBaudRate = 115200;
  private toHostFreeAtMs = 0;
  private toChipFreeAtMs = 0;
  private readonly underway = new Set<() => void>();
  /** Counts what made the host's pending bytes worthless. */
  private inputEra = 0;

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly pace: 'none' | 'baudRate' | 'usb',
    private readonly troubles: readonly TroubleBehaviour[],
    private readonly ends: SerialLineEnds,
  ) {}

  /** Sends from the chip; `onSent` runs when the last byte has left it. */
  sendToHost(bytes: Uint8Array, onSent: () => void): void {
    const now = this.clock.nowMs();
    this.toHostFreeAtMs = Math.max(now, this.toHostFreeAtMs) + this.costMs(bytes.length);
    const latencyMs = this.troubles.reduce((sum, trouble) => sum + (trouble.latencyMs ?? 0), 0);
    const waitMs = this.toHostFreeAtMs - now;
    const leave = (): void => {
      // The adapter samples the wire now, at the rate of now, whenever it hands over what it read.
      const sampled = this.garbled(bytes, this.hostBaudRate, this.chipBaudRate);
      if (latencyMs > 0) this.clock.after(latencyMs, () => this.deliverToHost(sampled));
      else this.deliverToHost(sampled);
      onSent();
    };
    if (waitMs > 0) this.later(waitMs, leave);
    else leave();
  }

  /** Sends from the host; resolves when the chip has the last byte. */
  async sendToChip(bytes: Uint8Array): Promise<void> {
    if (this.pace === 'none') {
      this.deliverToChip(bytes);
      return;
    }
    const kept = bytes.slice();
    const era = this.inputEra;
    for (let at = 0; at < kept.length && era === this.inputEra; at += SLICE_BYTES) {
      const slice = kept.subarray(at, at + SLICE_BYTES);
      const now = this.clock.nowMs();
      this.toChipFreeAtMs = Math.max(now, this.toChipFreeAtMs) + this.costMs(slice.length, this.hostBaudRate);
      await new Promise<void>((resolve) => {
        this.clock.after(this.toChipFreeAtMs - now, () => {
          if (era === this.inputEra) this.deliverToChip(slice);
          resolve();
        });
      });
    }
  }

  /** A reset: what the chip had not yet sent is gone. */
  dropOutput(): void {
    for (const cancel of this.underway) cancel();
    this.underway.clear();
    this.toHostFreeAtMs = this.clock.nowMs();
  }

  /** The host has let go of the line: what it had not yet sent is gone. */
  dropInput(): void {
    this.inputEra++;
    this.toChipFreeAtMs = this.clock.nowMs();
  }

  private later(delayMs: number, action: () => void): void {
    const cancel = this.clock.after(delayMs, () => {
      this.underway.delete(cancel);
      action();
    });
    this.underway.add(cancel);
  }

  private deliverToHost(bytes: Uint8Array): void {
    let arriving = bytes;
    for (const trouble of this.troubles) arriving = trouble.toHost?.(arriving) ?? arriving;
    let parts: readonly Uint8Array[] = [arriving];
    for (const trouble of this.troubles) parts = parts.flatMap((part) => trouble.split?.(part) ?? [part]);
    for (const part of parts) this.ends.toHost(part);
  }

  private deliverToChip(bytes: Uint8Array): void {
    let arriving = bytes;
    for (const trouble of this.troubles) arriving = trouble.fromHost?.(arriving) ?? arriving;
    this.ends.toChip(this.garbled(arriving, this.chipBaudRate, this.hostBaudRate));
  }

  private garbled(bytes: Uint8Array, receiverRate: number | null, senderRate: number | null): Uint8Array {
    if (receiverRate === null || senderRate === null) return bytes;
    const ratio = receiverRate / senderRate;
    if (Math.abs(ratio - 1) <= RATE_TOLERANCE) return bytes;
    return this.random.bytes(Math.ceil(bytes.length * Math.min(ratio, 4)));
  }

  /** A host that has no rate of its own (TCP) is taken to have the chip's. */
  private costMs(length: number, senderRate: number | null = null): number {
    if (this.pace === 'none') return 0;
    const rate = this.pace === 'usb' ? USB_BAUD_RATE : (senderRate ?? this.chipBaudRate);
    return (length * BITS_PER_BYTE * 1000) / rate;
  }
}
