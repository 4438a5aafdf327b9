import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { CommandChannel } from '../protocol/command-channel';

/** What the loaders of one connection share: the ROM's at first, then the stub's. */
export interface LoaderSession {
  readonly channel: CommandChannel;
  readonly chip: ChipDescriptor;
  /** Rate at which both ends speak now. */
  baudRate: number;
  /** As told by `setFlashParameters`; null while unknown. */
  flashSizeBytes: number | null;
  /** How often a packet of flash data is sent; null = as usual. */
  readonly packetSendings: number | null;
  /** Packets of flash are acknowledged one ahead while reading; null until the first ones have shown whether it pays. */
  acknowledgesAhead: boolean | null;
  /** Payload of MEM_DATA; smaller where ROM talks over USB-OTG. */
  ramBlockSizeBytes: number;
}
