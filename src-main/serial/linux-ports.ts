import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RawPort } from './list-ports';

const ttyClass = '/sys/class/tty';
const hasPortName = /^tty(USB|ACM|AMA|WCH|XRUSB|S)\d+$/;

/** Serial ports by sysfs, for systems without udevadm. Empty where there is no sysfs. */
export async function listSysfsPorts(root = ttyClass): Promise<RawPort[]> {
  const names = await readdir(root).catch(() => []);
  return Promise.all(names.filter((name) => hasPortName.test(name)).map((name) => readSysfsPort(root, name)));
}

/** True for the `ttyS` places that Linux keeps for UARTs which this machine does not have. */
export async function isPhantomPort(path: string, root = ttyClass): Promise<boolean> {
  const name = basename(path);
  if (!/^ttyS\d+$/.test(name)) return false;
  const type = await readFile(join(root, name, 'type'), 'utf8').catch(() => '0');
  return type.trim() === '0';
}

async function readSysfsPort(root: string, name: string): Promise<RawPort> {
  const path = `/dev/${name}`;
  const device = await realpath(join(root, name, 'device')).catch(() => null);
  // The tty hangs below a USB interface, which hangs below the USB device that has the ids.
  for (let folder = device; folder !== null && folder.length > 1; folder = dirname(folder)) {
    const vendorId = await readAttribute(folder, 'idVendor');
    if (vendorId === undefined) continue;
    return {
      path,
      vendorId,
      productId: await readAttribute(folder, 'idProduct'),
      serialNumber: await readAttribute(folder, 'serial'),
      manufacturer: await readAttribute(folder, 'manufacturer'),
    };
  }
  return { path };
}

async function readAttribute(folder: string, name: string): Promise<string | undefined> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => '');
  return text.trim() === '' ? undefined : text.trim();
}
