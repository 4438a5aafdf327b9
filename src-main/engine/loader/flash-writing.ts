import { Inflate } from 'pako';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { CommandFields } from '../protocol/commands';
import { isChecksumReason } from '../protocol/failure-reasons';
import { eraseSizeWithQuirk, wholeSectors } from './erase-size';
import type { Abortable, FlashWrite, OnFlashBytes } from './loader';
import type { LoaderProfile } from './loader-profile';
import type { LoaderSession } from './loader-session';

/** A packet that arrived damaged was not acted upon, so it may be sent again; more than this is a bad line. */
const packetSendings = 4;
/** Granularity in which inflated bytes are counted. */
const inflateStepBytes = 4096;

type WriteOptions = Abortable & { readonly onBytes?: OnFlashBytes };

/**
 * Writes one span of flash, compressed where a compressed form is given and the loader takes it.
 *
 * One packet is in flight at a time: the stub answers a packet before it acts on it and has two
 * buffers, so that it receives one packet while it writes the one before.
 */
export async function writeFlashSpan(
  session: LoaderSession,
  profile: LoaderProfile,
  write: FlashWrite,
  options: WriteOptions,
): Promise<void> {
  if (write.bytes.length === 0) return;
  if (write.encrypted && !profile.beginHasEncryptedWord) {
    throw new AppError('protocol.unsupported', {
      command: 'FLASH_BEGIN encrypted',
      chip: session.chip.id,
      loader: profile.kind,
    });
  }
  const packets =
    write.compressed !== null && profile.writesCompressed
      ? await beginCompressed(session, profile, write, write.compressed, options)
      : await beginPlain(session, profile, write, options);
  await sendPackets(session, profile, write, packets, options);
}

interface Packets {
  readonly dataCommand: 'FLASH_DATA' | 'FLASH_DEFL_DATA';
  readonly endCommand: 'FLASH_END' | 'FLASH_DEFL_END';
  readonly list: Iterable<Packet>;
}

interface Packet {
  readonly data: Uint8Array;
  /** Bytes of flash that this packet fills. */
  readonly flashBytes: number;
}

async function beginPlain(
  session: LoaderSession,
  profile: LoaderProfile,
  { offset, bytes, encrypted }: FlashWrite,
  options: Abortable,
): Promise<Packets> {
  const { packetSizeBytes } = profile;
  // Flash is programmed in words.
  const padTo = profile.padsLastPacket ? packetSizeBytes : 4;
  const sizeBytes = profile.padsLastPacket ? bytes.length : Math.ceil(bytes.length / padTo) * padTo;
  await session.channel.request(
    'FLASH_BEGIN',
    {
      eraseSizeBytes: profile.eraseSizeQuirk ? eraseSizeWithQuirk(offset, sizeBytes) : sizeBytes,
      packetCount: Math.ceil(bytes.length / packetSizeBytes),
      packetSizeBytes,
      offset,
      ...encryptedWord(profile, encrypted),
    },
    { ...options, workBytes: erasedByBegin(profile, sizeBytes) },
  );
  return { dataCommand: 'FLASH_DATA', endCommand: 'FLASH_END', list: plainPackets(bytes, packetSizeBytes, padTo) };
}

function* plainPackets(bytes: Uint8Array, packetSizeBytes: number, padTo: number): Generator<Packet> {
  for (let start = 0; start < bytes.length; start += packetSizeBytes) {
    const data = bytes.subarray(start, start + packetSizeBytes);
    const missing = -data.length & (padTo - 1);
    if (missing === 0) {
      yield { data, flashBytes: data.length };
    } else {
      const padded = new Uint8Array(data.length + missing).fill(0xff);
      padded.set(data);
      yield { data: padded, flashBytes: data.length };
    }
  }
}

async function beginCompressed(
  session: LoaderSession,
  profile: LoaderProfile,
  { offset, bytes, encrypted }: FlashWrite,
  compressed: Uint8Array,
  options: Abortable,
): Promise<Packets> {
  const { packetSizeBytes } = profile;
  await session.channel.request(
    'FLASH_DEFL_BEGIN',
    {
      writeSizeBytes: profile.roundsCompressedSize ? wholeSectors(bytes.length) : bytes.length,
      packetCount: Math.ceil(compressed.length / packetSizeBytes),
      packetSizeBytes,
      offset,
      ...encryptedWord(profile, encrypted),
    },
    { ...options, workBytes: erasedByBegin(profile, bytes.length) },
  );
  return {
    dataCommand: 'FLASH_DEFL_DATA',
    endCommand: 'FLASH_DEFL_END',
    list: compressedPackets(compressed, packetSizeBytes),
  };
}

/** A packet of 16 KiB may stand for megabytes of flash, which time-outs and progress have to know. */
function* compressedPackets(compressed: Uint8Array, packetSizeBytes: number): Generator<Packet> {
  let inflatedBytes = 0;
  const inflate = new Inflate({ chunkSize: inflateStepBytes });
  inflate.onData = (chunk) => (inflatedBytes += chunk.length);
  inflate.onEnd = () => undefined;
  for (let start = 0; start < compressed.length; start += packetSizeBytes) {
    const data = compressed.subarray(start, start + packetSizeBytes);
    const before = inflatedBytes;
    inflate.push(data, start + packetSizeBytes >= compressed.length);
    yield { data, flashBytes: inflatedBytes - before };
  }
}

async function sendPackets(
  session: LoaderSession,
  profile: LoaderProfile,
  write: FlashWrite,
  { dataCommand, endCommand, list }: Packets,
  options: WriteOptions,
): Promise<void> {
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  let sequence = 0;
  let acceptedBytes = 0;
  // The stub still works on the packet before when it answers; that one's share counts as well.
  let previousBytes = 0;
  for (const { data, flashBytes } of list) {
    await sendPacket(
      session,
      dataCommand,
      { sequence, data },
      {
        ...abortable,
        workBytes: previousBytes + flashBytes,
        confidential: write.encrypted,
      },
    );
    sequence += 1;
    previousBytes = flashBytes;
    acceptedBytes += flashBytes;
    options.onBytes?.(Math.min(acceptedBytes, write.bytes.length));
  }
  if (profile.closesWrites) {
    await session.channel.request(endCommand, { stayInLoader: 1 }, { ...abortable, workBytes: previousBytes });
  }
  if (acceptedBytes < write.bytes.length) options.onBytes?.(write.bytes.length);
}

async function sendPacket(
  session: LoaderSession,
  command: 'FLASH_DATA' | 'FLASH_DEFL_DATA',
  fields: CommandFields<'FLASH_DATA'>,
  options: Abortable & { readonly workBytes: number; readonly confidential: boolean },
): Promise<void> {
  for (let sending = 1; ; sending += 1) {
    try {
      await session.channel.request(command, fields, options);
      return;
    } catch (error) {
      const arrivedDamaged = isAppError(error, 'protocol.commandFailed') && isChecksumReason(error.facts.reason);
      if (!arrivedDamaged || sending >= (session.packetSendings ?? packetSendings)) throw error;
    }
  }
}

function encryptedWord(profile: LoaderProfile, encrypted: boolean): { encrypted?: number } {
  return profile.beginHasEncryptedWord ? { encrypted: encrypted ? 1 : 0 } : {};
}

function erasedByBegin(profile: LoaderProfile, sizeBytes: number): number {
  return profile.eraseStyle === 'upFront' ? wholeSectors(sizeBytes) : 0;
}
