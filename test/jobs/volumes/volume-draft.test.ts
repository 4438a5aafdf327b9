import { describe, expect, it } from 'vitest';
import { VolumeDraft } from '../../../src-main/jobs/volumes/volume-draft';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';
import { goldenVolume, pattern } from '../../formats/filesystems/golden-volumes';

const base = readVolume(goldenVolume('littlefs-2.0-4096'));
if (base === null) throw new Error('no volume');
const bytes = Uint8Array.of(1, 2, 3);
const draftOf = (): VolumeDraft => new VolumeDraft(base);
const told = (draft: VolumeDraft): readonly string[] =>
  draft.changes().map(({ kind, path, to }) => `${kind} ${path}${to === null ? '' : ` ${to}`}`);
const pathsOf = (draft: VolumeDraft): readonly string[] => draft.entries().map(({ path }) => path);

describe('changes to the files of a board', () => {
  it('leave everything else as it was', () => {
    const draft = draftOf();
    draft.put('/www/new.txt', bytes);
    draft.remove('/log.txt');
    draft.rename('/config.json', '/settings.json');
    draft.put('/moved.svg', bytes);
    expect(told(draft)).toEqual([
      'added /www/new.txt',
      'removed /log.txt',
      'renamed /config.json /settings.json',
      'replaced /moved.svg',
    ]);
    const files = new Map(draft.files().map((file) => [file.path, file.bytes]));
    expect(files.get('/www/new.txt')).toEqual(bytes);
    expect(files.get('/settings.json')).toEqual(pattern(3, 41));
    expect(files.get('/moved.svg')).toEqual(bytes);
    expect(files.has('/log.txt') || files.has('/config.json')).toBe(false);
    expect(files.get('/empty')).toBeNull();
    expect(files.size).toBe(base.entries.length);
    expect(draft.read('/settings.json')).toEqual(pattern(3, 41));
    expect(() => draft.read('/config.json')).toThrow(/file\.notFound/);
  });

  it('of a folder take everything in it, and say how much that is', () => {
    const draft = draftOf();
    draft.put('/many/mine.txt', bytes);
    draft.remove('/many');
    expect(draft.changes()).toMatchObject([{ kind: 'removed', path: '/many', fileCount: 51 }]);
    expect(pathsOf(draft).some((path) => path.startsWith('/many'))).toBe(false);
    expect(pathsOf(draft)).toContain('/log.txt');
  });

  it('that come to nothing are none', () => {
    const draft = draftOf();
    draft.put('/mine.txt', bytes);
    draft.rename('/mine.txt', '/yours.txt');
    expect(told(draft)).toEqual(['added /yours.txt']);
    draft.remove('/yours.txt');
    draft.rename('/zero', '/one');
    draft.rename('/one', '/zero');
    expect(told(draft)).toEqual([]);
    draft.rename('/zero', '/one');
    draft.remove('/one');
    expect(told(draft)).toEqual(['removed /zero']);
    expect(pathsOf(draft)).not.toContain('/zero');
  });

  it('are taken back one by one, and with them what makes no sense without them', () => {
    const draft = draftOf();
    draft.remove('/zero');
    draft.rename('/log.txt', '/zero');
    expect(told(draft)).toEqual(['removed /zero', 'renamed /log.txt /zero']);
    const [removal] = draft.changes();
    draft.undo(removal?.id ?? null);
    expect(told(draft)).toEqual([]);
    expect(pathsOf(draft)).toEqual(base.entries.map(({ path }) => path));
    draft.remove('/zero');
    draft.put('/zero', bytes);
    expect(told(draft)).toEqual(['removed /zero', 'added /zero']);
    draft.undo(draft.changes()[0]?.id ?? null);
    expect(told(draft)).toEqual(['replaced /zero']);
    draft.undo(null);
    expect(told(draft)).toEqual([]);
  });

  it('never put one thing in the place of another that nobody spoke of', () => {
    const draft = draftOf();
    expect(() => draft.rename('/zero', '/log.txt')).toThrow(/file\.nameNotAllowed/);
    expect(() => draft.rename('/zero', '/www')).toThrow(/file\.nameNotAllowed/);
    expect(() => draft.rename('/zero', '/www/')).toThrow(/file\.nameNotAllowed/);
    expect(() => draft.put('/www', bytes)).toThrow(/file\.nameNotAllowed/);
    expect(() => draft.put('/log.txt/inside', bytes)).toThrow(/file\.nameNotAllowed/);
    expect(() => draft.put('/', bytes)).toThrow(/file\.nameNotAllowed/);
    expect(() => draft.rename('/www', '/web')).toThrow(/file\.notFound/);
    expect(() => draft.remove('/nowhere')).toThrow(/file\.notFound/);
    expect(told(draft)).toEqual([]);
  });

  it('stop where something that is to stay is damaged', () => {
    const half = goldenVolume('littlefs-2.0-4096');
    half.fill(0xff, 20 * 4096);
    const broken = readVolume(half);
    if (broken === null) throw new Error('no volume');
    const draft = new VolumeDraft(broken);
    draft.put('/mine.txt', bytes);
    expect(() => draft.files()).toThrow(/file\.notUnderstood/);
  });
});
