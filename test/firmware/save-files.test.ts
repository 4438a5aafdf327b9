import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveFiles } from '../../src-main/firmware/save-files';

let folder = '';
const at = (name: string): string => join(folder, name);
const bytes = Uint8Array.of(1, 2, 3);
const failure = (code: string): object => expect.objectContaining({ code }) as object;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-save-'));
});

describe('saving files', () => {
  it('leaves them and nothing else, and replaces older ones', async () => {
    writeFileSync(at('a.bin'), 'older and longer');
    await saveFiles([
      { path: at('a.bin'), bytes },
      { path: at('b.bin'), bytes: Uint8Array.of() },
    ]);
    expect(readdirSync(folder)).toEqual(['a.bin', 'b.bin']);
    expect([...readFileSync(at('a.bin'))]).toEqual([1, 2, 3]);
  });
  it('writes none when one cannot be written', async () => {
    const files = [
      { path: at('a.bin'), bytes },
      { path: at('missing/b.bin'), bytes },
    ];
    await expect(saveFiles(files)).rejects.toEqual(failure('file.notWritten'));
    expect(readdirSync(folder)).toEqual([]);
  });
  it('never writes over what the result is made from, by whatever name', async () => {
    writeFileSync(at('in.bin'), 'input');
    symlinkSync(at('in.bin'), at('link.bin'));
    for (const name of ['in.bin', './in.bin', 'link.bin']) {
      await expect(saveFiles([{ path: at(name), bytes }], [at('in.bin')])).rejects.toEqual(failure('file.isInput'));
    }
    expect(readFileSync(at('in.bin'), 'utf8')).toBe('input');
  });
  it('follows links, and leaves folders and devices alone', async () => {
    symlinkSync(at('real.bin'), at('link.bin'));
    writeFileSync(at('real.bin'), 'older');
    await saveFiles([{ path: at('link.bin'), bytes }]);
    expect(lstatSync(at('link.bin')).isSymbolicLink()).toBe(true);
    expect([...readFileSync(at('real.bin'))]).toEqual([1, 2, 3]);
    mkdirSync(at('folder'));
    await expect(saveFiles([{ path: at('folder'), bytes }])).rejects.toEqual(failure('file.isFolder'));
    if (!existsSync('/dev/null')) return;
    await expect(saveFiles([{ path: '/dev/null', bytes }])).rejects.toEqual(failure('file.notWritten'));
  });
});
