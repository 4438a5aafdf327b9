/** Frame delimiter (RFC 1055). */
const end = 0xc0;
const escape = 0xdb;
const escapedEnd = 0xdc;
const escapedEscape = 0xdd;

/** Header and the largest data field that its 16-bit length can announce. */
const largestFrameBytes = 8 + 0xffff;

/** Why a frame could not be decoded: the `reason` of `protocol.badFrame`. */
export type FrameFault = 'bad escape' | 'too long';

/** What a decoder reports, in the order in which it stood on the wire. */
export interface SlipListener {
  /** One whole frame, unescaped; the array is the listener's to keep. */
  onFrame(frame: Uint8Array): void;
  /** A frame that could not be decoded; `sample` is its beginning. Decoding goes on with the next frame. */
  onBadFrame(reason: FrameFault, sample: Uint8Array): void;
  /** Bytes outside frames, such as a boot log; valid during the call only. */
  onText(bytes: Uint8Array): void;
}

/**
 * Push-based SLIP decoder. Empty frames are ignored: where a delimiter was lost, the next frame's
 * opening one then sets the decoder right again. Runs between special bytes are copied whole.
 */
export class SlipDecoder {
  #state: 'outside' | 'inside' | 'escaping' | 'skipping' = 'outside';
  #buffer = new Uint8Array(1024);
  #length = 0;

  constructor(
    private readonly listener: SlipListener,
    private readonly limitBytes: number = largestFrameBytes,
  ) {}

  /** Takes bytes as they arrive, cut anywhere. */
  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#state === 'escaping') {
        this.#unescape(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const delimiter = bytes.indexOf(end, at);
      const stop = delimiter === -1 ? bytes.length : delimiter;
      if (this.#state === 'inside') {
        const escaped = bytes.indexOf(escape, at);
        if (escaped !== -1 && escaped < stop) {
          this.#append(bytes, at, escaped);
          if (this.#isInside()) this.#state = 'escaping';
          at = escaped + 1;
          continue;
        }
        this.#append(bytes, at, stop);
      } else if (this.#state === 'outside' && stop > at) {
        this.listener.onText(bytes.subarray(at, stop));
      }
      at = stop;
      if (delimiter !== -1) {
        this.#delimit();
        at += 1;
      }
    }
  }

  /** Forgets a half-received frame. */
  reset(): void {
    this.#state = 'outside';
    this.#length = 0;
  }

  // Methods change the state behind the compiler's back; asking through one keeps it from narrowing.
  #isInside(): boolean {
    return this.#state === 'inside';
  }

  #unescape(byte: number): void {
    if (byte === escapedEnd || byte === escapedEscape) {
      this.#state = 'inside';
      this.#append(byte === escapedEnd ? [end] : [escape], 0, 1);
      return;
    }
    this.#fail('bad escape');
    if (byte === end) this.#delimit();
  }

  #append(bytes: Uint8Array | readonly number[], from: number, to: number): void {
    const needed = this.#length + (to - from);
    if (needed > this.limitBytes) {
      this.#fail('too long');
      return;
    }
    if (needed > this.#buffer.length) {
      const larger = new Uint8Array(Math.min(Math.max(needed, this.#buffer.length * 2), this.limitBytes));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    if (bytes instanceof Uint8Array) this.#buffer.set(bytes.subarray(from, to), this.#length);
    else this.#buffer[this.#length] = bytes[from] ?? 0;
    this.#length = needed;
  }

  #delimit(): void {
    const length = this.#length;
    this.#length = 0;
    switch (this.#state) {
      case 'inside':
        if (length === 0) return;
        this.#state = 'outside';
        this.listener.onFrame(this.#buffer.slice(0, length));
        return;
      case 'outside':
      case 'escaping':
      // After a bad frame nobody knows whether this delimiter ends it or opens the next one; taken as
      // an opening it serves for both, because empty frames are ignored.
      case 'skipping':
        this.#state = 'inside';
    }
  }

  #fail(reason: FrameFault): void {
    const sample = this.#buffer.slice(0, Math.min(this.#length, 32));
    this.#state = 'skipping';
    this.#length = 0;
    this.listener.onBadFrame(reason, sample);
  }
}

/** One SLIP frame around the given parts, taken as one payload. */
export function encodeSlip(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 2;
  for (const part of parts) {
    length += part.length;
    for (const byte of part) if (byte === end || byte === escape) length += 1;
  }
  const frame = new Uint8Array(length);
  frame[0] = end;
  let at = 1;
  for (const part of parts) {
    for (const byte of part) {
      if (byte === end || byte === escape) {
        frame[at] = escape;
        frame[at + 1] = byte === end ? escapedEnd : escapedEscape;
        at += 2;
      } else {
        frame[at] = byte;
        at += 1;
      }
    }
  }
  frame[at] = end;
  return frame;
}
