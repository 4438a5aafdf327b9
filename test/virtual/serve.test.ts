import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src-main/engine/transport/transport';
import { serveBoardOnPty } from '../../src-main/virtual/serve/board-pty';
import { serveBoardOverTcp } from '../../src-main/virtual/serve/board-server';
import { openFlashFile } from '../../src-main/virtual/serve/flash-file';
import { makeVirtualBoard } from '../../src-main/virtual/serve/make-virtual-board';
import type { ServedBoard } from '../../src-main/virtual/serve/served-board';
import { VirtualBoard } from '../../src-main/virtual/virtual-board';
import { isAppError } from '../../src-shared/errors/app-error';
import { command, dataCommand, op, readReply, syncCommand, unframed, words, type Reply } from './host';

const realClock: Clock = {
  nowMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

const SECTOR = 0x1000;
const served: ServedBoard[] = [];
afterEach(async () => {
  for (const one of served.splice(0)) await one.close();
});

class Client {
  private bytes = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => (this.bytes = Buffer.concat([this.bytes, bytes])));
  }

  static async open(address: string): Promise<Client> {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Client(socket);
  }

  async ask(bytes: Uint8Array, frames = 1): Promise<Reply> {
    this.bytes = Buffer.alloc(0);
    this.socket.write(bytes);
    await expect.poll(() => unframed(this.bytes).frames.length, { timeout: 3000 }).toBeGreaterThanOrEqual(frames);
    return readReply(unframed(this.bytes).frames[0]!);
  }

  hasReceived(): boolean {
    return this.bytes.length > 0;
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  async close(): Promise<void> {
    this.socket.end();
    await new Promise((resolve) => this.socket.once('close', resolve));
  }
}

async function serve(board: VirtualBoard): Promise<string> {
  const one = await serveBoardOverTcp(board, { host: '127.0.0.1', port: 0 });
  served.push(one);
  return one.address;
}

async function uploadStub(client: Client): Promise<void> {
  const code = new Uint8Array(64).fill(7);
  await client.ask(command(op.memBegin, words(64, 1, 0x1800, 0x4038_0000)));
  await client.ask(dataCommand(op.memData, 0, code));
  await client.ask(command(op.memEnd, words(0, 0x4038_0000)), 2);
}

describe('a board on a TCP port', () => {
  const makeBoard = (flash?: Uint8Array): VirtualBoard =>
    new VirtualBoard({
      chip: 'esp32c3',
      wiring: 'none',
      clock: realClock,
      ...(flash === undefined ? {} : { flash }),
    });

  it('sits in download mode and answers', async () => {
    const client = await Client.open(await serve(makeBoard()));
    expect((await client.ask(syncCommand, 8)).value).toBe(0x2012_0707);
    await client.close();
  });

  it('keeps a running stub between connections', async () => {
    const address = await serve(makeBoard());
    const first = await Client.open(address);
    await uploadStub(first);
    await first.close();
    const second = await Client.open(address);
    // A stub answers SYNC with value 0, the ROM loader with the first word of the command.
    expect((await second.ask(syncCommand, 8)).value).toBe(0);
    await second.close();
  });

  it('comes back to the ROM loader after a reboot', async () => {
    const board = makeBoard();
    const client = await Client.open(await serve(board));
    await uploadStub(client);
    await client.ask(command(op.flashBegin, words(0, 0, SECTOR, 0, 0)));
    await client.ask(command(op.flashEnd, words(0)));
    await expect.poll(() => board.activity).toBe('romLoader');
    expect((await client.ask(syncCommand, 8)).value).toBe(0x2012_0707);
    await client.close();
  });

  it('lets a second connection wait until the first is over', async () => {
    const address = await serve(makeBoard());
    const first = await Client.open(address);
    await first.ask(syncCommand, 8);
    const second = await Client.open(address);
    second.send(syncCommand);
    await first.ask(syncCommand, 8);
    expect(second.hasReceived()).toBe(false);
    await first.close();
    await expect.poll(() => second.hasReceived(), { timeout: 2000 }).toBe(true);
    await second.close();
  });

  it('has its flash on disk the moment a command is done', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'flash-')), 'flash.bin');
    const file = openFlashFile(path, 1024 * 1024);
    const board = new VirtualBoard({
      chip: 'esp32c3',
      wiring: 'none',
      clock: realClock,
      flashSizeBytes: 1024 * 1024,
      flash: file.contents,
    });
    file.follow(board.flashPart);
    const client = await Client.open(await serve(board));
    const payload = new Uint8Array(1024).fill(0x5a);
    await client.ask(command(op.spiAttach, words(0, 0)));
    await client.ask(command(op.flashBegin, words(1024, 1, 1024, 0x1_0000, 0)));
    await client.ask(dataCommand(op.flashData, 0, payload));
    const onDisk = readFileSync(path);
    expect(onDisk.length).toBe(1024 * 1024);
    expect(onDisk.subarray(0x1_0000, 0x1_0400)).toEqual(Buffer.from(payload));
    expect(onDisk[0x1_0400]).toBe(0xff);
    await client.close();
    file.close();
    const again = openFlashFile(path, 1024 * 1024);
    expect(again.contents[0x1_0000]).toBe(0x5a);
    again.close();
  });

  it('says that the port is busy', async () => {
    const address = await serve(makeBoard());
    const port = Number(new URL(address).port);
    await expect(serveBoardOverTcp(makeBoard(), { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'port.busy',
    });
  });
});

describe('the flash file', () => {
  it('of another size is refused and left alone', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'flash-')), 'flash.bin');
    writeFileSync(path, 'short');
    expect(() => openFlashFile(path, 4096)).toThrow(expect.objectContaining({ code: 'file.unreadable' }) as Error);
    expect(readFileSync(path, 'utf8')).toBe('short');
  });

  it('of a size that no flash has, such as a firmware file, is refused and left alone', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'flash-')), 'app.bin');
    writeFileSync(path, 'firmware');
    const make = () =>
      makeVirtualBoard({ chip: 'esp32', clock: realClock, flashFile: path, flashSize: null, troubles: [] });
    expect(make).toThrow(expect.objectContaining({ code: 'file.unreadable' }) as Error);
    expect(readFileSync(path, 'utf8')).toBe('firmware');
  });

  it('in a folder that does not exist is refused', () => {
    expect(() => openFlashFile('/nowhere/at/all.bin', 4096)).toThrow(
      expect.objectContaining({ code: 'file.unreadable' }) as Error,
    );
  });
});

describe('a board on a pseudo-terminal', () => {
  it('answers programs that open and close the link one after the other', async () => {
    const link = join(mkdtempSync(join(tmpdir(), 'pty-')), 'board');
    const board = new VirtualBoard({ chip: 'esp32', wiring: 'none', clock: realClock });
    try {
      served.push(await serveBoardOnPty(board, link));
    } catch (error) {
      if (!isAppError(error, 'port.openFailed') || !error.message.includes('socat')) throw error;
      console.log('skipped: socat is not installed');
      return;
    }
    for (let round = 0; round < 2; round++) {
      const client = spawn('socat', ['-', `${link},rawer`]);
      let received = Buffer.alloc(0);
      client.stdout.on('data', (bytes: Buffer) => (received = Buffer.concat([received, bytes])));
      client.stdin.write(syncCommand);
      await expect.poll(() => unframed(received).frames.length, { timeout: 3000 }).toBe(8);
      client.kill();
      await new Promise((resolve) => client.once('exit', resolve));
    }
    await served.pop()!.close();
    await expect.poll(() => existsSync(link)).toBe(false);
  });
});
