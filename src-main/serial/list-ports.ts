import { SerialPort } from 'serialport';
import { findUsbBridge } from './usb-bridges';
import type { LinkKind } from '../engine/transport/transport';
import { listSysfsPorts, isPhantomPort } from './linux-ports';

/** One serial port that the system has now. */
export interface SerialPortInfo {
  readonly path: string;
  /** `CP210x USB to UART bridge`, else what the system calls the maker; null when unknown. */
  readonly adapter: string | null;
  /** Four lower-case hex digits; null where the port is not on USB. */
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
  readonly linkKind: LinkKind;
  /** Usually has an Espressif chip behind it. */
  readonly isLikely: boolean;
}

/** What the operating system says about a port, before we make sense of it. */
export interface RawPort {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly locationId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
}

/** Serial ports of this machine, in natural order of their names. Never rejects for want of a listing tool. */
export async function listPorts(): Promise<SerialPortInfo[]> {
  return interpretPorts(await listRawPorts(), process.platform);
}

/** Sense made of the system's list: one entry per board, USB ids looked up, likely ones first. */
export function interpretPorts(rawPorts: readonly RawPort[], platform: NodeJS.Platform): SerialPortInfo[] {
  const ports = platform === 'darwin' ? callOutPorts(rawPorts) : rawPorts;
  return ports
    .map(toPortInfo)
    .sort((a, b) => Number(b.isLikely) - Number(a.isLikely) || a.path.localeCompare(b.path, 'en', { numeric: true }));
}

async function listRawPorts(): Promise<readonly RawPort[]> {
  if (process.platform !== 'linux') return SerialPort.list();
  // On Linux the binding runs udevadm, which small systems and containers do not have.
  const ports: readonly RawPort[] = await SerialPort.list().catch(() => listSysfsPorts());
  const isPhantom = await Promise.all(ports.map((port) => isPhantomPort(port.path)));
  return ports.filter((_, index) => isPhantom[index] !== true);
}

function toPortInfo(port: RawPort): SerialPortInfo {
  const vendorId = port.vendorId?.toLowerCase().padStart(4, '0') ?? null;
  const productId = port.productId?.toLowerCase().padStart(4, '0') ?? null;
  const bridge = findUsbBridge(vendorId, productId);
  return {
    path: port.path,
    adapter: bridge?.name ?? port.manufacturer ?? null,
    vendorId,
    productId,
    serialNumber: port.serialNumber ?? null,
    linkKind: bridge?.kind ?? 'unknown',
    isLikely: bridge?.isLikely ?? false,
  };
}

/**
 * macOS shows each port as `tty.*` (waits for a carrier) and `cu.*` (does not): the second is the one to
 * open. Where both Apple's and WCH's driver serve a CH34x, Apple's node loses data, so WCH's is kept.
 */
function callOutPorts(ports: readonly RawPort[]): readonly RawPort[] {
  const served = new Set(
    ports.filter((port) => port.path.includes('.wchusbserial')).map((port) => port.locationId ?? ''),
  );
  return ports
    .filter((port) => !/Bluetooth-Incoming-Port|debug-console|wlan-debug/.test(port.path))
    .filter((port) => !(port.path.includes('.usbserial') && served.has(port.locationId ?? 'none')))
    .map((port) => ({ ...port, path: port.path.replace('/dev/tty.', '/dev/cu.') }));
}
