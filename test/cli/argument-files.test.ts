import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { expandArgumentFiles } from '../../src-main/cli/argument-files';
import { runCli } from './run-cli';

const folder = mkdtempSync(join(tmpdir(), 'esplanade-arguments-'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return `@${path}`;
}
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('@file', () => {
  it('stands for the arguments in the file, in its place', () => {
    const inner = file('flash_args', '--flash-mode dio\r\n0x1000  "my boot.bin"\n\n0x8000 \'a "b".bin\' ""\n');
    expect(expandArgumentFiles(['-p', 'COM3', inner, '0x10000', 'app.bin'])).toEqual([
      '-p',
      'COM3',
      '--flash-mode',
      'dio',
      '0x1000',
      'my boot.bin',
      '0x8000',
      'a "b".bin',
      '',
      '0x10000',
      'app.bin',
    ]);
  });

  it('leaves backslashes alone, and what stands behind --', () => {
    expect(expandArgumentFiles([file('windows', 'C:\\fw\\app.bin')])).toEqual(['C:\\fw\\app.bin']);
    expect(expandArgumentFiles(['a', '--', '@b'])).toEqual(['a', '--', '@b']);
    expect(expandArgumentFiles(['@', 'a@b'])).toEqual(['@', 'a@b']);
  });

  it('may name further files, but not itself', () => {
    const inner = file('inner', '0x0 a.bin');
    expect(expandArgumentFiles([file('outer', `-z ${inner}`)])).toEqual(['-z', '0x0', 'a.bin']);
    const circle = file('circle', `@${join(folder, 'circle')}`);
    expect(() => expandArgumentFiles([circle])).toThrow(refused('file.notUnderstood'));
  });

  it.each([
    ['@/nowhere/at/all', 'file.notFound'],
    [`@${folder}`, 'file.isFolder'],
  ])('%s is refused as %s', (argument, code) => {
    expect(() => expandArgumentFiles([argument])).toThrow(refused(code));
  });

  it('is refused when it is too large or a quote is left open', () => {
    expect(() => expandArgumentFiles([file('large', 'a '.repeat(600_000))])).toThrow(refused('file.tooLarge'));
    expect(() => expandArgumentFiles([file('open', '"a b')])).toThrow(refused('file.notUnderstood'));
  });

  it('of any content is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        try {
          // A name in it could be a real file of the machine that runs this.
          expandArgumentFiles([file('any', text.replaceAll('@', ''))]);
        } catch (error) {
          expect(isAppError(error)).toBe(true);
        }
      }),
    );
  });

  it('works on the command line, and fails there with its code', async () => {
    const { code, out } = await runCli([file('whole', '-p sim://esp32c3\nread_mac')]);
    expect(code).toBe(0);
    expect(out).toContain('MAC: ');
    expect((await runCli(['@/nowhere/at/all'])).err).toContain('[file.notFound]');
  });
});
