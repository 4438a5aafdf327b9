import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interpretPorts, listPorts } from '../../src-main/serial/list-ports';
import { isPhantomPort, listSysfsPorts } from '../../src-main/serial/linux-ports';
import { findUsbBridge } from '../../src-main/serial/usb-bridges';

describe('the list of serial ports', () => {
  it('can be read on this machine, with or without a listing tool', async () => {
    expect(Array.isArray(await listPorts())).toBe(true);
  });

  it('puts likely boards first and the rest in natural order', () => {
    const ports = interpretPorts(
      [{ path: 'COM10' }, { path: 'COM2' }, { path: 'COM12', vendorId: '10C4', productId: 'EA60' }],
      'win32',
    );
    expect(ports.map((port) => port.path)).toEqual(['COM12', 'COM2', 'COM10']);
    expect(ports[0]).toMatchObject({ adapter: 'CP210x USB to UART bridge', vendorId: '10c4', isLikely: true });
  });

  it('offers the call-out node on macOS, and the one of the working CH34x driver', () => {
    const ports = interpretPorts(
      [
        { path: '/dev/tty.usbserial-110', vendorId: '1a86', productId: '7523', locationId: '00110000' },
        { path: '/dev/tty.wchusbserial110', vendorId: '1a86', productId: '7523', locationId: '00110000' },
        { path: '/dev/tty.usbserial-120', vendorId: '0403', productId: '6001', locationId: '00120000' },
        { path: '/dev/tty.Bluetooth-Incoming-Port' },
      ],
      'darwin',
    );
    expect(ports.map((port) => port.path)).toEqual(['/dev/cu.usbserial-120', '/dev/cu.wchusbserial110']);
  });

  it('finds USB ids in sysfs where udevadm is missing', async () => {
    const root = mkdtempSync(join(tmpdir(), 'esplanade-sysfs-'));
    const device = join(root, 'devices/usb1/1-1');
    mkdirSync(join(device, '1-1:1.0/ttyUSB0'), { recursive: true });
    for (const [name, text] of [
      ['idVendor', '303a\n'],
      ['idProduct', '1001\n'],
      ['serial', '7C:DF:A1:B2:03:9C\n'],
    ] as const) {
      writeFileSync(join(device, name), text);
    }
    mkdirSync(join(root, 'tty/ttyACM0'), { recursive: true });
    mkdirSync(join(root, 'tty/console'));
    symlinkSync(join(device, '1-1:1.0'), join(root, 'tty/ttyACM0/device'));
    const ports = interpretPorts(await listSysfsPorts(join(root, 'tty')), 'linux');
    expect(ports).toEqual([
      {
        path: '/dev/ttyACM0',
        adapter: 'USB-Serial/JTAG',
        vendorId: '303a',
        productId: '1001',
        serialNumber: '7C:DF:A1:B2:03:9C',
        linkKind: 'usbSerialJtag',
        isLikely: true,
      },
    ]);
  });

  it('leaves out ttyS places without a UART', async () => {
    const root = mkdtempSync(join(tmpdir(), 'esplanade-sysfs-'));
    for (const [name, type] of [
      ['ttyS0', '4\n'],
      ['ttyS1', '0\n'],
    ] as const) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'type'), type);
    }
    expect(await isPhantomPort('/dev/ttyS0', root)).toBe(false);
    expect(await isPhantomPort('/dev/ttyS1', root)).toBe(true);
    expect(await isPhantomPort('/dev/ttyUSB0', root)).toBe(false);
  });
});

describe('the table of USB bridges', () => {
  it('tells the three ways a chip shows up on USB apart', () => {
    expect(findUsbBridge('303a', '1001')?.kind).toBe('usbSerialJtag');
    expect(findUsbBridge('303A', '0002')?.kind).toBe('usbOtg');
    expect(findUsbBridge('303a', '1002')?.kind).toBe('usbUartBridge');
    expect(findUsbBridge('1a86', '7523')?.kind).toBe('usbUartBridge');
  });

  it('takes any other Espressif product for a program of the chip itself', () => {
    expect(findUsbBridge('303a', '80aa')).toMatchObject({ kind: 'usbOtg', isLikely: true });
  });

  it('does not ask boards of other makers unbidden', () => {
    expect(findUsbBridge('2341', '0043')).toMatchObject({ isLikely: false });
    expect(findUsbBridge('dead', 'beef')).toBeNull();
    expect(findUsbBridge(null, null)).toBeNull();
  });
});
