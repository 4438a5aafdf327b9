import type { ErrorCode } from '../errors/error-codes';

/** The guides, in the order in which they are listed. Their texts and drawings are the window's. */
export const guideIds = ['bootMode', 'wiring', 'power', 'drivers', 'permissions', 'portBusy'] as const;
export type GuideId = (typeof guideIds)[number];

/** Which guides help with an error, the most promising first; none for most. */
export function guidesFor(code: ErrorCode): readonly GuideId[] {
  switch (code) {
    case 'connect.wrongBootMode':
      return ['bootMode', 'wiring'];
    case 'connect.noReply':
      return ['bootMode', 'wiring', 'power'];
    case 'connect.noise':
      return ['wiring', 'bootMode', 'power'];
    case 'connect.notEspressif':
      return ['wiring'];
    case 'port.noneFound':
    case 'port.notFound':
      return ['drivers', 'power'];
    case 'port.openFailed':
      return ['portBusy', 'drivers'];
    case 'port.busy':
      return ['portBusy'];
    case 'port.forbidden':
      return ['permissions', 'portBusy'];
    case 'port.unplugged':
    case 'port.writeFailed':
    case 'flash.noAnswer':
    case 'flash.verifyFailed':
    case 'flash.readUnstable':
    case 'flash.notErased':
    case 'stub.startFailed':
      return ['power'];
    case 'protocol.timeout':
    case 'protocol.badFrame':
    case 'protocol.badReply':
    case 'protocol.commandFailed':
      return ['power', 'wiring'];
    default:
      return [];
  }
}

/**
 * True for what a person can do something about while the program goes on trying: hold a button, plug in a cable, close
 * another program.
 */
export function canPass(code: ErrorCode): boolean {
  switch (code) {
    case 'connect.noReply':
    case 'connect.wrongBootMode':
    case 'connect.noise':
    case 'connect.notEspressif':
    case 'port.notFound':
    case 'port.busy':
    case 'port.forbidden':
    case 'port.openFailed':
    case 'port.unplugged':
    case 'port.unreachable':
      return true;
    default:
      return false;
  }
}

/** Pages of those who make the adapters, and Espressif's own. The browser is sent to these and to those of the advice. */
export const guideLinks = {
  ch340: 'https://www.wch-ic.com/downloads/CH341SER_ZIP.html',
  ch343: 'https://www.wch-ic.com/downloads/CH343SER_ZIP.html',
  wchMac: 'https://www.wch-ic.com/downloads/CH34XSER_MAC_ZIP.html',
  cp210x: 'https://www.silabs.com/developer-tools/usb-to-uart-bridge-vcp-drivers',
  ftdi: 'https://ftdichip.com/drivers/vcp-drivers/',
  pl2303: 'https://www.prolific.com.tw/',
  bootMode: 'https://docs.espressif.com/projects/esptool/en/latest/esp32/advanced-topics/boot-mode-selection.html',
} as const;
export type GuideLink = keyof typeof guideLinks;

/** How a guide names its link to `app.openLink`, beside the error codes. */
export const guideLinkCode = (link: GuideLink): string => `guide.${link}`;
