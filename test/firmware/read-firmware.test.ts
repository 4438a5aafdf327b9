import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFirmware } from '../../src-main/firmware/describe-firmware';
import { readFirmware, type LoadedFirmware } from '../../src-main/firmware/read-firmware';
import { chipById } from '../../src-shared/chips';
import { serializeIntelHex } from '../../src-shared/formats/intel-hex';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { fixturePath, hasFixtures } from '../formats/fixtures';
import { appDescriptionBytes, buildTestImage } from '../formats/test-image';

const readOne = async (path: string): Promise<LoadedFirmware> => {
  const files = await readFirmware(path);
  expect(files).toHaveLength(1);
  return files[0]!;
};
const table = serializePartitionTable({
  hasMd5: true,
  partitions: [
    {
      label: 'factory',
      type: 0,
      subtype: 0,
      offset: 0x10000,
      sizeBytes: 0x100000,
      isEncrypted: false,
      isReadOnly: false,
      flags: 0,
    },
  ],
});
const app = buildTestImage({
  chipId: 5,
  segments: [[0x3c00_0020, 400]],
  firstSegment: appDescriptionBytes('blink', '1.2.3'),
});

describe('reading', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-firmware-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rejects = async (path: string, code: string, name: string): Promise<void> => {
    await expect(readFirmware(path)).rejects.toMatchObject({ code, facts: { name } });
  };

  it('a file comes with its name and bytes', async () => {
    writeFileSync(join(folder, 'ü app.bin'), app);
    const file = await readOne(join(folder, 'ü app.bin'));
    expect(file.name).toBe('ü app.bin');
    expect(Buffer.from(file.bytes).equals(app)).toBe(true);
  });
  it.skipIf(!hasFixtures).each(['merged.hex', 'merged.uf2'])(
    '%s is two files at addresses of its own',
    async (name) => {
      const files = await readFirmware(fixturePath(`golden/${name}`));
      expect(files.map((file) => describeFirmware(file, null, files))).toMatchObject([
        {
          name: `${name} (0x1000)`,
          kind: 'bootloader',
          suggestedOffset: 0x1000,
          offsetIsStated: true,
          sizeBytes: 26768,
        },
        { name: `${name} (0x8000)`, kind: 'partitionTable', suggestedOffset: 0x8000, offsetIsStated: true },
      ]);
    },
  );
  it('an address that the file states counts more than what it looks like', async () => {
    const path = join(folder, 'moved.bin');
    writeFileSync(path, serializeIntelHex([{ offset: 0x9000, bytes: table }]));
    expect(describeFirmware(await readOne(path), chipById('esp32'))).toMatchObject({
      suggestedOffset: 0x9000,
      name: 'moved.bin',
    });
  });
  it('an Intel HEX file that was cut is not taken for firmware', async () => {
    writeFileSync(join(folder, 'cut.hex'), serializeIntelHex([{ offset: 0, bytes: table }]).subarray(0, 1000));
    await rejects(join(folder, 'cut.hex'), 'file.notUnderstood', 'cut.hex');
  });
  it('a file that is not there', () => rejects(join(folder, 'missing.bin'), 'file.notFound', 'missing.bin'));
  it('a file inside a file', async () => {
    writeFileSync(join(folder, 'file'), 'x');
    await rejects(join(folder, 'file', 'x.bin'), 'file.notFound', 'x.bin');
  });
  it('a link to nowhere', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.bin'));
    await rejects(join(folder, 'link.bin'), 'file.notFound', 'link.bin');
  });
  it('a folder', () => rejects(folder, 'file.isFolder', basename(folder)));
  it('an empty file', async () => {
    writeFileSync(join(folder, 'empty.bin'), '');
    await rejects(join(folder, 'empty.bin'), 'file.empty', 'empty.bin');
  });
  it('a file larger than any flash is not read', async () => {
    const path = join(folder, 'large.bin');
    writeFileSync(path, '');
    truncateSync(path, 256 * 1024 * 1024 + 1);
    await rejects(path, 'file.tooLarge', 'large.bin');
  });
  it.skipIf(process.platform === 'win32')('a pipe that nobody writes to does not hang', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.bin')]);
    await rejects(join(folder, 'pipe.bin'), 'file.unreadable', 'pipe.bin');
  });
  it.skipIf(process.platform === 'win32')('a device', () => rejects('/dev/zero', 'file.unreadable', 'zero'));
  it('a name that no system accepts', () => rejects('a\0b', 'file.unreadable', 'a\0b'));
});
