/**
 * The device's own reading of the documented framing (RFC 1055 as used by the serial protocol): C0
 * begins and ends a frame, DB DC stands for C0, DB DD for DB. Written apart from the host's codec on
 * purpose: the two may agree only through the document, never through shared code.
 */

const END = 0xc0;
const ESCAPE = 0xdb;
const ESCAPED_END = 0xdc;
const ESCAPED_ESCAPE = 0xdd;

/** Largest frame a loader has room for; longer ones are thrown away whole. */
const CAPACITY = 0x10_000 + 64;

/** Collects bytes into frames as a loader's receive interrupt does. */
export class FrameReceiver {
  private readonly buffer = new Uint8Array(CAPACITY);
  private length = 0;
  private inFrame = false;
  private escapePending = false;
  private spoiled = false;

  /** Calls `onFrame` for every frame that ends inside `bytes`; the frame is the callee's to keep. */
  push(bytes: Uint8Array, onFrame: (frame: Uint8Array) => void): void {
    let position = 0;
    while (position < bytes.length) {
      let end = bytes.indexOf(END, position);
      const isClosed = end >= 0;
      if (!isClosed) end = bytes.length;
      if (this.inFrame) this.take(bytes.subarray(position, end));
      if (isClosed) this.delimiter(onFrame);
      position = end + 1;
    }
  }

  /** Forgets a half-received frame, as a reset does. */
  reset(): void {
    this.inFrame = false;
    this.begin();
  }

  private begin(): void {
    this.length = 0;
    this.escapePending = false;
    this.spoiled = false;
  }

  private delimiter(onFrame: (frame: Uint8Array) => void): void {
    if (!this.inFrame || (this.length === 0 && !this.spoiled && !this.escapePending)) {
      // A first delimiter, or one right after another: a frame starts here.
      this.inFrame = true;
      this.begin();
      return;
    }
    const isGood = !this.spoiled && !this.escapePending;
    const frame = this.buffer.slice(0, this.length);
    this.reset();
    if (isGood) onFrame(frame);
  }

  private take(part: Uint8Array): void {
    let position = 0;
    while (position < part.length && !this.spoiled) {
      if (this.escapePending) {
        this.escapePending = false;
        const code = part[position++];
        if (code === ESCAPED_END) this.append(Uint8Array.of(END));
        else if (code === ESCAPED_ESCAPE) this.append(Uint8Array.of(ESCAPE));
        else this.spoiled = true;
        continue;
      }
      let escape = part.indexOf(ESCAPE, position);
      if (escape < 0) escape = part.length;
      else this.escapePending = true;
      this.append(part.subarray(position, escape));
      position = escape + 1;
    }
  }

  private append(part: Uint8Array): void {
    if (this.length + part.length > CAPACITY) {
      this.spoiled = true;
      return;
    }
    this.buffer.set(part, this.length);
    this.length += part.length;
  }
}

/** Wraps one packet for the wire. */
export function wrapFrame(packet: Uint8Array): Uint8Array {
  let escapes = 0;
  for (const byte of packet) if (byte === END || byte === ESCAPE) escapes++;
  const frame = new Uint8Array(packet.length + escapes + 2);
  frame[0] = END;
  frame[frame.length - 1] = END;
  if (escapes === 0) {
    frame.set(packet, 1);
    return frame;
  }
  let position = 1;
  for (const byte of packet) {
    if (byte === END || byte === ESCAPE) {
      frame[position++] = ESCAPE;
      frame[position++] = byte === END ? ESCAPED_END : ESCAPED_ESCAPE;
    } else frame[position++] = byte;
  }
  return frame;
}
