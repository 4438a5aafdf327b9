import type { LinkKind } from '../engine/transport/transport';

/** What a USB vendor and product id tell about the thing behind a serial port. */
export interface UsbBridge {
  /** `CP2102 USB to UART bridge` */
  readonly name: string;
  readonly kind: LinkKind;
  /** True where such a port usually has an Espressif chip behind it, so that asking it unbidden is polite. */
  readonly isLikely: boolean;
}

interface UsbBridgeRow extends UsbBridge {
  readonly vendorId: number;
  /** Null = any product of the vendor that no other row names. */
  readonly productId: number | null;
}

const bridge = (vendorId: number, productId: number | null, name: string, isLikely = true): UsbBridgeRow => ({
  vendorId,
  productId,
  name,
  kind: 'usbUartBridge',
  isLikely,
});

/**
 * Adapters found on Espressif boards and beside them. Sources: the USB ID repository
 * (linux-usb.org/usb.ids), Espressif's usb-pids list (303a) and the vendors' data sheets.
 */
const rows: readonly UsbBridgeRow[] = [
  // The chips themselves. 303a is Espressif's own vendor id.
  { vendorId: 0x303a, productId: 0x1001, name: 'USB-Serial/JTAG', kind: 'usbSerialJtag', isLikely: true },
  // ROM downloads over USB-OTG on the ESP32-S2 and later chips that have it.
  { vendorId: 0x303a, productId: 0x0002, name: 'ESP32-S2 USB', kind: 'usbOtg', isLikely: true },
  { vendorId: 0x303a, productId: 0x0009, name: 'ESP32-S3 USB', kind: 'usbOtg', isLikely: true },
  { vendorId: 0x303a, productId: 0x0012, name: 'ESP32-P4 USB', kind: 'usbOtg', isLikely: true },
  // ESP-Prog carries an FTDI; the ESP USB Bridge is an ESP32-S2 acting as one.
  bridge(0x303a, 0x1002, 'ESP USB Bridge'),
  // Everything else under 303a is a program on the chip that talks USB by itself (TinyUSB).
  { vendorId: 0x303a, productId: null, name: 'Espressif USB device', kind: 'usbOtg', isLikely: true },

  // Silicon Labs: the bridge on most of Espressif's own boards.
  bridge(0x10c4, 0xea60, 'CP210x USB to UART bridge'),
  bridge(0x10c4, 0xea70, 'CP2105 dual USB to UART bridge'),
  bridge(0x10c4, 0xea71, 'CP2108 quad USB to UART bridge'),

  // WCH: the bridge on most low-cost boards.
  bridge(0x1a86, 0x7523, 'CH340 USB to UART bridge'),
  bridge(0x1a86, 0x7522, 'CH340K USB to UART bridge'),
  bridge(0x1a86, 0x5523, 'CH341 USB to UART bridge'),
  bridge(0x1a86, 0x55d2, 'CH9102 dual USB to UART bridge'),
  bridge(0x1a86, 0x55d3, 'CH343 USB to UART bridge'),
  bridge(0x1a86, 0x55d4, 'CH9102 USB to UART bridge'),
  bridge(0x1a86, 0x55d5, 'CH344 quad USB to UART bridge'),
  bridge(0x1a86, 0x55d8, 'CH9101 USB to UART bridge'),

  // FTDI: ESP-Prog, ESP-WROVER-KIT and loose adapters.
  bridge(0x0403, 0x6001, 'FT232R USB to UART bridge'),
  bridge(0x0403, 0x6010, 'FT2232 dual USB to UART bridge'),
  bridge(0x0403, 0x6011, 'FT4232 quad USB to UART bridge'),
  bridge(0x0403, 0x6014, 'FT232H USB to UART bridge'),
  bridge(0x0403, 0x6015, 'FT231X USB to UART bridge'),

  // Prolific: loose adapters of the kind that is wired to bare modules.
  bridge(0x067b, 0x2303, 'PL2303 USB to UART bridge'),
  bridge(0x067b, 0x23a3, 'PL2303GS USB to UART bridge'),
  bridge(0x067b, 0x23c3, 'PL2303GT USB to UART bridge'),
  bridge(0x067b, 0x23d3, 'PL2303GL USB to UART bridge'),

  // Bridges inside debug probes of other makers: a serial port, but seldom with an Espressif chip. Resetting
  // lines there could disturb somebody's work, so they are asked only on request.
  bridge(0x0483, null, 'STMicroelectronics USB serial port', false),
  bridge(0x2e8a, null, 'Raspberry Pi RP2 USB serial port', false),
  bridge(0x2341, null, 'Arduino USB serial port', false),
  bridge(0x1366, null, 'SEGGER J-Link serial port', false),
];

/** What is known about a USB device, by its four-digit hex ids as the system lists them; null when nothing is. */
export function findUsbBridge(vendorId: string | null, productId: string | null): UsbBridge | null {
  if (vendorId === null || productId === null) return null;
  const vendor = Number.parseInt(vendorId, 16);
  const product = Number.parseInt(productId, 16);
  const ofVendor = rows.filter((row) => row.vendorId === vendor);
  return ofVendor.find((row) => row.productId === product) ?? ofVendor.find((row) => row.productId === null) ?? null;
}
