import { md5 } from '@noble/hashes/legacy.js';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { Abortable, OnFlashBytes } from './loader';
import type { LoaderProfile } from './loader-profile';
import type { LoaderSession } from './loader-session';
import { spiReadBytes, withSpiReading } from './spi-flash-command';
import type { RegisterAccess } from './spi-flash-command';

/** Largest packet that fits the stub's buffer (esp-flasher-stub, `command_handler.c`). */
const streamPacketBytes = 0x1000;
/** The stub of today sends one at a time whatever is asked for; the word is the reference tool's. */
const streamPacketsInFlight = 64;
const streamTimeoutMs = 3000;
/** Start bit, eight data bits, stop bit. */
const bitsPerByte = 10;
/** One READ_FLASH, and what is repeated when its digest is wrong; on a bad line it shrinks to one packet. */
const largestSpanBytes = 0x4_0000;
const readingsInARow = 8;
/** READ_FLASH_SLOW answers so much, from an offset that is a multiple of it; reading by the SPI controller the same. */
const slowReadBytes = spiReadBytes;

/** Longer than the wire needs for a packet by this much, and acknowledging ahead is worth it. */
const lateShare = 0.1;

type ReadOptions = Abortable & { readonly onBytes?: OnFlashBytes };

/** Reads a span of flash in the way this loader offers. */
export async function readFlashSpan(
  session: LoaderSession,
  profile: LoaderProfile,
  registers: RegisterAccess,
  offset: number,
  sizeBytes: number,
  options: ReadOptions,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(sizeBytes);
  switch (profile.readStyle) {
    case 'stream':
      await readStream(session, offset, bytes, options);
      return bytes;
    case 'slow':
      return await readInPieces(bytes, offset, options, async (at) => {
        const reply = await session.channel.request(
          'READ_FLASH_SLOW',
          { offset: at, sizeBytes: slowReadBytes },
          options,
        );
        return reply.data;
      });
    case 'spiCommands':
      return await withSpiReading(registers, options, (readAt) => readInPieces(bytes, offset, options, readAt));
  }
}

async function readInPieces(
  bytes: Uint8Array,
  offset: number,
  options: ReadOptions,
  readPiece: (offset: number) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const end = offset + bytes.length;
  for (let at = offset - (offset % slowReadBytes); at < end; at += slowReadBytes) {
    const piece = await readPiece(at);
    const from = Math.max(offset, at);
    const to = Math.min(end, at + slowReadBytes);
    bytes.set(piece.subarray(from - at, to - at), from - offset);
    options.onBytes?.(to - offset);
  }
  return bytes;
}

/** Span after span, each proven by its digest before the next; smaller spans as long as the line is bad. */
async function readStream(
  session: LoaderSession,
  offset: number,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<void> {
  let spanBytes = largestSpanBytes;
  let failures = 0;
  for (let start = 0; start < bytes.length;) {
    const span = bytes.subarray(start, start + spanBytes);
    const spanStart = start;
    const isAhead = session.acknowledgesAhead;
    try {
      await readSpan(session, offset + start, span, options, (count) => options.onBytes?.(spanStart + count));
      start += span.length;
      failures = 0;
      spanBytes = Math.min(spanBytes * 2, largestSpanBytes);
    } catch (error) {
      failures += 1;
      if (!mayPass(error) || failures === readingsInARow) throw error;
      if (isAhead === true) session.acknowledgesAhead = false;
      spanBytes = Math.max(spanBytes / 4, streamPacketBytes);
    }
  }
}

function mayPass(error: unknown): boolean {
  return isAppError(error) && error.code.startsWith('protocol.') && error.code !== 'protocol.commandFailed';
}

/**
 * "Reading Flash": packets of raw data, each acknowledged with the byte count so far, then their MD5.
 *
 * The stub sends a packet for each acknowledgement, so that the wire is silent while one travels: for 16 ms after every
 * 44 ms where an adapter holds back what it received. Where that shows, one acknowledgement more is sent after the
 * first packet and waits at the stub from then on. It counts them and looks only at the last one's number (esp-flasher-stub,
 * `s_read_flash_post_process`); the stub of older tools, which looks at every number, takes no notice.
 */
async function readSpan(
  session: LoaderSession,
  offset: number,
  span: Uint8Array,
  options: Abortable,
  onBytes: OnFlashBytes,
): Promise<void> {
  const { channel } = session;
  const { clock } = channel.transport;
  const { signal } = options;
  const abortable: Abortable = signal === undefined ? {} : { signal };
  const packets = channel.collectFrames('READ_FLASH');
  let isStreaming = false;
  let firstPacketMs = 0;
  try {
    const fields = {
      offset,
      sizeBytes: span.length,
      packetSizeBytes: streamPacketBytes,
      maxInFlight: streamPacketsInFlight,
    };
    await channel.request('READ_FLASH', fields, abortable);
    isStreaming = true;
    for (let received = 0; received < span.length;) {
      const packet = await packets.next(streamTimeoutMs, signal);
      const expected = Math.min(streamPacketBytes, span.length - received);
      if (packet.length !== expected) {
        throw new AppError('protocol.badReply', {
          command: 'READ_FLASH',
          reason: `a packet of ${packet.length} bytes instead of ${expected}`,
        });
      }
      span.set(packet, received);
      const isFirst = received === 0;
      received += packet.length;
      const count = new Uint8Array(4);
      new DataView(count.buffer).setUint32(0, received, true);
      await channel.sendFrame(count);
      if (isFirst) {
        firstPacketMs = clock.nowMs();
        if (session.acknowledgesAhead === true && received < span.length) await channel.sendFrame(count);
      }
      onBytes(received);
    }
    const streamedMs = clock.nowMs() - firstPacketMs;
    const digest = await packets.next(streamTimeoutMs, signal);
    isStreaming = false;
    session.acknowledgesAhead ??= isLate(session, span.length - streamPacketBytes, streamedMs);
    const expectedDigest = md5(span);
    if (digest.length !== 16 || !digest.every((byte, index) => byte === expectedDigest[index])) {
      throw new AppError('protocol.badReply', { command: 'READ_FLASH', reason: 'the digest does not match the data' });
    }
  } catch (error) {
    if (isStreaming) await stopStream(session);
    throw error;
  } finally {
    packets.close();
  }
}

/** True where the packets took clearly longer than the wire needs for them; null where too few came to tell. */
function isLate({ channel, baudRate }: LoaderSession, sizeBytes: number, tookMs: number): boolean | null {
  if (!channel.transport.link.hasBaudRate) return false;
  if (sizeBytes < streamPacketBytes) return null;
  return tookMs > ((sizeBytes * bitsPerByte * 1000) / baudRate) * (1 + lateShare);
}

/**
 * The stub waits for acknowledgements and takes nothing else; a frame that is none ends the stream
 * (esp-flasher-stub, `s_read_flash_post_process`). Where the line is gone there is nothing to stop.
 */
async function stopStream({ channel }: LoaderSession): Promise<void> {
  try {
    await channel.sendFrame(new Uint8Array(1));
    await channel.drain();
  } catch {
    // The error that ended the stream is the one worth reporting.
  }
}
