import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, connect, type AddressInfo } from 'node:net';

const isThere = (program: string, args: readonly string[]): boolean =>
  process.platform === 'linux' && spawnSync(program, args).status === 0;

/** Debian puts it where only root's PATH may lead. */
const ser2net = ['ser2net', '/usr/sbin/ser2net'].find((program) => isThere(program, ['-v'])) ?? null;
/** The system's Python, which has the system's packages; another one in PATH may not. */
const python = ['/usr/bin/python3', 'python3'].find((program) => isThere(program, ['-c', 'import serial'])) ?? null;

/** Whether Debian's ser2net 4 is here; says why not where it is not. */
export const hasSer2net = ser2net !== null;
if (!hasSer2net) console.log('skipped: ser2net is not installed, so there is no independent RFC 2217 server');

/** Whether Python with pySerial is here; says why not where it is not. */
export const hasPySerial = python !== null;
if (!hasPySerial) console.log('skipped: python3-serial is not installed, so there is no independent RFC 2217 client');

/** A program that runs until it is stopped. */
export interface Peer {
  readonly port: number;
  stop(): Promise<void>;
}

/** ser2net with one device (a serial port or a pty) behind RFC 2217. */
export async function startSer2net(device: string): Promise<Peer> {
  const port = await freePort();
  const config = [
    'connection: &board',
    `  accepter: telnet(rfc2217),tcp,127.0.0.1,${port}`,
    `  connector: serialdev,${device},115200n81,local`,
  ].flatMap((line) => ['-Y', line]);
  const child = spawn(ser2net ?? '', ['-n', '-d', '-u', ...config], { stdio: 'ignore' });
  await untilListening(port, child);
  return { port, stop: () => stop(child) };
}

/** Runs a Python program with pySerial; `address` is its first argument. */
export async function runPySerial(
  script: string,
  address: string,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(python ?? '', ['-c', script, address], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Looks without connecting at the RFC 2217 level: the one connection that ser2net has to give is short. */
async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 5000; waited += 50) {
    if (child.exitCode !== null) break;
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.destroy());
      socket.on('error', () => resolve(false)).on('close', (hadError) => resolve(!hadError));
    });
    await new Promise((resolve) => setTimeout(resolve, isOpen ? 300 : 50));
    if (isOpen) return;
  }
  child.kill('SIGKILL');
  throw new Error('ser2net does not listen');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await ended;
}
