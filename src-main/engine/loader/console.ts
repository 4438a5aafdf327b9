import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { LinkFacts } from '../transport/transport';
import { forRevision, readChipRevision } from './chip-revision';
import type { Connection } from './connection';
import type { Abortable, Loader } from './loader';

/**
 * Over what the chip talks to us. ROM keeps the number of its console in a byte of its data; where that
 * cannot be read, or its place is not known, the kind of the link has to do.
 */
export async function detectConsole(
  loader: Loader,
  secureDownloadMode: boolean,
  link: LinkFacts,
  options: Abortable,
): Promise<Connection['console']> {
  const detection = loader.chip.console;
  if (detection === null) return 'uart';
  const { bufferNumber, usbSerialJtagValue, usbOtgValue } = detection;
  if (secureDownloadMode || bufferNumber.length === 0) return consoleOfLink(link);
  const revision = bufferNumber.length > 1 ? await readChipRevision(loader, options) : 0;
  const place = forRevision(bufferNumber, revision);
  if (place === null) return consoleOfLink(link);
  const shift = place.address % 4;
  const word = await loader.readRegister(place.address - shift, options);
  const value = (word >>> (8 * shift)) & 0xff;
  if (value === usbSerialJtagValue) return 'usbSerialJtag';
  if (value === usbOtgValue) return 'usbOtg';
  return 'uart';
}

function consoleOfLink({ kind }: LinkFacts): Connection['console'] {
  return kind === 'usbSerialJtag' || kind === 'usbOtg' ? kind : 'uart';
}

/**
 * With USB-Serial/JTAG as console the watchdogs of ROM keep running and would cut a long write short:
 * the RTC watchdog is stopped, the super watchdog set to feed itself.
 */
export async function quietWatchdogs(loader: Loader, options: Abortable): Promise<void> {
  const { rtcWatchdog, superWatchdog }: ChipDescriptor = loader.chip;
  if (rtcWatchdog !== null) {
    await loader.writeRegister(rtcWatchdog.wprotectReg, rtcWatchdog.unlockKey, options);
    await loader.writeRegister(rtcWatchdog.configReg, 0, options);
    await loader.writeRegister(rtcWatchdog.wprotectReg, 0, options);
  }
  if (superWatchdog !== null) {
    await loader.writeRegister(superWatchdog.wprotectReg, superWatchdog.unlockKey, options);
    await loader.writeRegister(superWatchdog.configReg, superWatchdog.autoFeedMask, {
      ...options,
      mask: superWatchdog.autoFeedMask,
    });
    await loader.writeRegister(superWatchdog.wprotectReg, 0, options);
  }
}
