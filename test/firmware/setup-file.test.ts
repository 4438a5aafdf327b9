import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSetup, serializeSetup, setupSettings, type FlashSetup } from '../../src-main/firmware/setups/setup-file';
import { callsOut, pathFrom, pathTo } from '../../src-main/firmware/setups/setup-paths';
import { isAppError } from '../../src-shared/errors/app-error';
import { defaultFlashSettings } from '../../src-shared/ipc/contract';

const settings = setupSettings(defaultFlashSettings);
const setup: FlashSetup = {
  chip: 'esp32c3',
  settings: { ...settings, baudRate: 460_800, eraseAll: true, unchanged: 'skipSectors' },
  sources: [
    {
      path: '/home/ada/lamp/build',
      rows: [
        row('bootloader.bin', { offsetText: '0x0' }),
        row('lamp.bin', { offsetText: '64k', offsetIsTyped: true, encrypt: true }),
        row('storage.bin', { enabled: false, chip: 'esp32c3' }),
      ],
    },
    { path: '/mnt/elsewhere/certificates.bin', rows: [row('certificates.bin')] },
  ],
};
function row(name: string, more: Partial<FlashSetup['sources'][number]['rows'][number]> = {}) {
  return { name, chip: null, offsetText: '', offsetIsTyped: false, enabled: true, encrypt: false, ...more };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (json: unknown): FlashSetup =>
  parseSetup(bytesOf(typeof json === 'string' ? json : JSON.stringify(json)), 'lamp.esplanade', '/home/ada/lamp');
const codeOf = (json: unknown): string => {
  try {
    parse(json);
    return 'opened';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
};
const head = { format: 'esplanade setup', version: 1 };

describe('a setup file', () => {
  it('comes back as it was', () => {
    expect(parseSetup(serializeSetup(setup, '/home/ada/lamp'), 'lamp.esplanade', '/home/ada/lamp')).toEqual(setup);
  });

  it('moves with its folder: what lies near it is named from there, the rest in full', () => {
    const bytes = serializeSetup(setup, '/home/ada/lamp');
    const { files } = JSON.parse(new TextDecoder().decode(bytes)) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(['build', '/mnt/elsewhere/certificates.bin']);
    const moved = parseSetup(bytes, 'lamp.esplanade', '/media/stick/lamp');
    expect(moved.sources.map(({ path }) => path)).toEqual([
      '/media/stick/lamp/build',
      '/mnt/elsewhere/certificates.bin',
    ]);
  });

  it('carries nothing that overrides a check, whoever writes it in', () => {
    const hostile = { ...head, settings: { force: true, ignoreEncryptionEfuse: true, baudRate: 115_200 }, files: [] };
    expect(Object.keys(parse(hostile).settings)).not.toContain('force');
    expect(Object.keys(parse(hostile).settings)).not.toContain('ignoreEncryptionEfuse');
    expect(parse(hostile).settings.baudRate).toBe(115_200);
  });

  it('may say little: the rest is as in a fresh installation', () => {
    expect(
      parse({ ...head, files: [{ path: 'a.bin', rows: [{ name: 'a.bin' }] }], comment: 'from a later version' }),
    ).toEqual({
      chip: null,
      settings,
      sources: [{ path: '/home/ada/lamp/a.bin', rows: [row('a.bin')] }],
    });
  });

  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index}.bin` }));
  it.each([
    ['half a file', JSON.stringify({ ...head, files: [] }).slice(0, 30), 'setup.notUnderstood'],
    ['nothing', '', 'setup.notUnderstood'],
    ['other JSON', { name: 'lamp', version: '1.0.0' }, 'setup.notUnderstood'],
    ['a list', [], 'setup.notUnderstood'],
    ['a later version', { ...head, version: 2, rows: 'of another form' }, 'setup.tooNew'],
    ['no files', head, 'setup.notUnderstood'],
    ['a chip that nobody knows', { ...head, chip: 'esp99', files: [] }, 'setup.notUnderstood'],
    ['a rate that no wire carries', { ...head, settings: { baudRate: 1e9 }, files: [] }, 'setup.notUnderstood'],
    ['a path with a line end', { ...head, files: [{ path: 'a\n.bin', rows: rows(1) }] }, 'setup.notUnderstood'],
    ['an endless path', { ...head, files: [{ path: 'a'.repeat(5000), rows: rows(1) }] }, 'setup.notUnderstood'],
    [
      'too many rows',
      {
        ...head,
        files: [
          { path: 'a', rows: rows(600) },
          { path: 'b', rows: rows(600) },
        ],
      },
      'setup.notUnderstood',
    ],
    ['too many bytes', ' '.repeat(2_000_000), 'file.tooLarge'],
    ['brackets without end', '['.repeat(900_000), 'setup.notUnderstood'],
  ])('with %s is refused with a code', (_what, json, code) => {
    expect(codeOf(json)).toBe(code);
  });

  it('of any content is a setup or an error with a code', () => {
    const known = ['opened', 'setup.notUnderstood', 'setup.tooNew', 'file.tooLarge'];
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({
        format: fc.constant(head.format),
        version: fc.nat(3),
        files: fc.jsonValue(),
        settings: fc.jsonValue(),
      }),
    );
    fc.assert(fc.property(anything, (json) => known.includes(codeOf(json))));
  });
});

describe('paths in a setup', () => {
  it.each([
    ['/home/ada/lamp', '/home/ada/lamp/build/app.bin', 'build/app.bin'],
    ['/home/ada/lamp/setups', '/home/ada/lamp/build', '../build'],
    ['/home/ada/lamp', '/home/ada/lamp', '.'],
    ['/home/ada/a/b/c/d', '/home/ada/app.bin', '/home/ada/app.bin'],
  ])('in %s: %s is %s', (folder, path, text) => {
    expect(pathTo(folder, path, 'linux')).toBe(text);
    expect(pathFrom(folder, text, 'linux')).toBe(path);
  });

  it.each([
    ['C:\\lamp', 'C:\\lamp\\build\\app.bin', 'build/app.bin'],
    ['C:\\lamp', 'D:\\build', 'D:\\build'],
    ['C:\\lamp', '\\\\server\\share\\app.bin', '\\\\server\\share\\app.bin'],
  ])('on Windows in %s: %s is %s', (folder, path, text) => {
    expect(pathTo(folder, path, 'win32')).toBe(text);
    expect(pathFrom(folder, text, 'win32')).toBe(path);
  });

  it('of another system lead nowhere, and keep their names', () => {
    expect(pathFrom('/home/ada', 'C:\\lamp\\app.bin', 'linux')).toBe('C:\\lamp\\app.bin');
  });

  it('to another computer are not followed, unless the setup lies there', () => {
    expect(callsOut('C:\\lamp', '\\\\evil\\share\\app.bin', 'win32')).toBe(true);
    expect(callsOut('C:\\lamp', '//evil/share/app.bin', 'win32')).toBe(true);
    expect(callsOut('C:\\lamp', '\\\\?\\UNC\\evil\\share', 'win32')).toBe(true);
    expect(callsOut('\\\\nas\\lamp', '\\\\NAS\\lamp\\app.bin', 'win32')).toBe(false);
    expect(callsOut('C:\\lamp', 'C:\\lamp\\app.bin', 'win32')).toBe(false);
  });
});
