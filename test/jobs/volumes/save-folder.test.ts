import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFolder } from '../../../src-main/jobs/volumes/save-folder';

const bytes = Uint8Array.of(1, 2, 3);

describe('all files in a new folder', () => {
  let parent = '';
  beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'esplanade-folder-'))));
  afterEach(() => rmSync(parent, { recursive: true }));

  it('are all there, with empty folders', async () => {
    const path = await saveFolder(parent, 'storage', [
      { parts: ['www', 'a.txt'], bytes },
      { parts: ['logs'], bytes: null },
      { parts: ['www'], bytes: null },
    ]);
    expect(path).toBe(join(parent, 'storage'));
    expect(readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'logs',
      'www',
      join('www', 'a.txt'),
    ]);
    expect([...readFileSync(join(path, 'www', 'a.txt'))]).toEqual([...bytes]);
  });

  it('replace nothing: a taken name gets a number', async () => {
    mkdirSync(join(parent, 'storage'));
    writeFileSync(join(parent, 'storage', 'mine.txt'), 'mine');
    writeFileSync(join(parent, 'storage (2)'), 'mine, too');
    const path = await saveFolder(parent, 'storage', [{ parts: ['mine.txt'], bytes }]);
    expect(path).toBe(join(parent, 'storage (3)'));
    expect(readFileSync(join(parent, 'storage', 'mine.txt'), 'utf8')).toBe('mine');
  });

  it('are not there at all where one of them cannot be written or read', async () => {
    function* places() {
      yield { parts: ['a'], bytes };
      yield { parts: ['a'], bytes };
    }
    await expect(saveFolder(parent, 'storage', places())).rejects.toMatchObject({
      code: 'file.notWritten',
      facts: { name: 'storage', reason: 'EEXIST' },
    });
    await expect(saveFolder(join(parent, 'gone'), 'storage', [])).rejects.toMatchObject({ code: 'file.notWritten' });
    expect(readdirSync(parent)).toEqual([]);
  });
});
