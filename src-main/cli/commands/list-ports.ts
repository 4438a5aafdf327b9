import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';

/** `ports`: what `--port` could be, one a line. */
export async function portsCommand(io: ConsoleIo): Promise<ExitCode> {
  const ports = await io.listPorts();
  if (ports.length === 0) {
    io.err('There are no serial ports. Plug a board in, or use a virtual one: --port sim://esp32c3\n');
    return exitCodes.done;
  }
  const width = Math.max(...ports.map(({ path }) => path.length));
  for (const { path, adapter, vendorId, productId, isLikely } of ports) {
    const usb = vendorId === null || productId === null ? '' : ` (${vendorId}:${productId})`;
    const note = isLikely ? '' : ', not asked by itself';
    io.out(`${path.padEnd(width)}  ${adapter ?? 'serial port'}${usb}${note}\n`);
  }
  return exitCodes.done;
}
