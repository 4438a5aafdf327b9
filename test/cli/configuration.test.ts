import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { parseConfiguration } from '../../src-main/cli/configuration/configuration';
import { findConfiguration } from '../../src-main/cli/configuration/find-configuration';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { runCli } from './run-cli';

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

/** A desk of folders; what was told is kept. */
function desk(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'esplanade-cfg-'));
  const workingFolder = join(root, 'work');
  const homeFolder = join(root, 'home');
  for (const folder of [workingFolder, join(homeFolder, '.config', 'esptool')]) mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const told: string[] = [];
  const find = () => findConfiguration({ workingFolder, homeFolder, env }, (text) => told.push(text.trim()));
  return { root, workingFolder, homeFolder, told, find };
}

const section = (body: string): string => `[esptool]\n${body}\n`;

describe('a configuration file', () => {
  it('says what the reference tool’s says, in its units', () => {
    const text = `
      # esptool.cfg file to configure internal settings of esptool
[other]
timeout = 1
[esptool]
; all of them
timeout = 4
chip_erase_timeout = 140
max_timeout: 300
sync_timeout=.25
md5_timeout_per_mb = 9
erase_region_timeout_per_mb = 31
erase_write_timeout_per_mb = 41
MEM_END_ROM_TIMEOUT = 0.3
serial_write_timeout = 8.5
connect_attempts = 0
write_block_attempts = 2
reset_delay = 0.75
open_port_attempts = 5
custom_reset_sequence = D0|R1|W0.1|D1|R0|W0.5|D0
custom_hard_reset_sequence = R1|W0.2|R0
[tool:pytest]
reset_delay = 99`;
    expect(parseConfiguration(text)).toEqual({
      unknownNames: [],
      configuration: {
        tuning: {
          timeouts: {
            usualMs: 4000,
            chipEraseMs: 140_000,
            longestMs: 300_000,
            syncMs: 250,
            md5PerMegabyteMs: 9000,
            erasePerMegabyteMs: 31_000,
            writePerMegabyteMs: 41_000,
            memEndMs: 300,
          },
          packetSendings: 2,
          resetDelayMs: 750,
          hardResetSequence: 'R1|W0.2|R0',
        },
        writeTimeoutMs: 8500,
        connectAttempts: 0,
        openAttempts: 5,
        customResetSequence: 'D0|R1|W0.1|D1|R0|W0.5|D0',
      },
    });
  });

  it('without the section is none', () => {
    expect(parseConfiguration('[metadata]\nname = x\n')).toBeNull();
    expect(parseConfiguration('timeout = 3\n')).toBeNull();
    expect(parseConfiguration('')).toBeNull();
  });

  it('may hold names that nobody knows', () => {
    expect(parseConfiguration(section('colour = red\nnonsense\nconstructor = 1'))?.unknownNames).toEqual([
      'colour',
      'nonsense',
      'constructor',
    ]);
  });

  it.each([
    ['timeout = soon', 'input.notANumber'],
    ['timeout =', 'input.notANumber'],
    ['timeout = -1', 'input.notANumber'],
    ['timeout = 0', 'input.badChoice'],
    ['timeout = 1e99', 'input.notANumber'],
    ['timeout = 99999999', 'input.badChoice'],
    ['connect_attempts = 1.5', 'input.notANumber'],
    ['write_block_attempts = 0', 'input.badChoice'],
    ['custom_reset_sequence = X1', 'input.badChoice'],
    ['custom_hard_reset_sequence = R7', 'input.badChoice'],
  ])('with %s is refused as %s', (line, code) => {
    expect(() => parseConfiguration(section(line))).toThrow(refused(code));
  });

  it('of any content is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (body) => {
        try {
          parseConfiguration(section(body));
        } catch (error) {
          expect(isAppError(error)).toBe(true);
        }
      }),
    );
  });
});

describe('configuration files are looked for', () => {
  it('in the working folder, then the user’s, then at home; by name within each', () => {
    const files = {
      'work/esptool.cfg': '[other]\n',
      'work/setup.cfg': section('connect_attempts = 2'),
      'work/tox.ini': section('connect_attempts = 3'),
      'home/.config/esptool/esptool.cfg': section('connect_attempts = 4'),
      'home/esptool.cfg': section('connect_attempts = 5'),
    };
    const all = desk(files);
    expect(all.find().connectAttempts).toBe(2);
    expect(all.told).toEqual([`Configuration: ${join(all.workingFolder, 'setup.cfg')}`]);
    if (process.platform !== 'win32') {
      const others = Object.entries(files).filter(([name]) => name.startsWith('home'));
      expect(desk(Object.fromEntries(others)).find().connectAttempts).toBe(4);
    }
    expect(desk({ 'home/esptool.cfg': section('connect_attempts = 5') }).find().connectAttempts).toBe(5);
    const none = desk({});
    expect(none.find().connectAttempts).toBeNull();
    expect(none.told).toEqual([]);
  });

  it('nowhere else when ESPTOOL_CFGFILE names one', () => {
    const files = { 'home/mine.cfg': section('connect_attempts = 6'), 'work/esptool.cfg': section('timeout = 1') };
    expect(desk(files, { ESPTOOL_CFGFILE: '~/mine.cfg' }).find().connectAttempts).toBe(6);
    expect(() => desk(files, { ESPTOOL_CFGFILE: '~/other.cfg' }).find()).toThrow(refused('file.notFound'));
    const { root } = desk({ 'empty.cfg': '[other]\n' });
    expect(() => desk(files, { ESPTOOL_CFGFILE: join(root, 'empty.cfg') }).find()).toThrow(
      refused('file.notUnderstood'),
    );
  });

  it('and what is wrong in one is told with its name', () => {
    const { find, told, workingFolder } = desk({ 'work/esptool.cfg': section('colour = red') });
    find();
    expect(told[1]).toBe(`${join(workingFolder, 'esptool.cfg')}: colour is not known and is ignored`);
    const bad = desk({ 'work/esptool.cfg': section('timeout = x') });
    expect(() => bad.find()).toThrow(
      expect.objectContaining({
        facts: { text: 'x', what: `timeout in ${join(bad.workingFolder, 'esptool.cfg')}` },
      }) as Error,
    );
    expect(() => desk({ 'work/esptool.cfg': `[esptool]\n${'#'.repeat(2_000_000)}` }).find()).toThrow(
      refused('file.tooLarge'),
    );
  });
});

describe('a command in a folder with a configuration file', () => {
  const run = async (body: string, argv: readonly string[]) => {
    const { workingFolder, homeFolder } = desk({ 'work/esptool.cfg': section(body) });
    const clock = new FakeClock({ autoAdvance: true });
    const startMs = clock.nowMs();
    const done = await runCli(argv, { workingFolder, homeFolder, clock });
    return { ...done, tookMs: clock.nowMs() - startMs };
  };
  const silent = ['-p', 'sim://esp32?trouble=no-sync', 'chip-id'];

  it('says which file it is', async () => {
    const { code, err } = await run('timeout = 4', ['-p', 'sim://esp32', 'chip-id']);
    expect(code).toBe(0);
    expect(err).toMatch(/^Configuration: .*esptool\.cfg$/m);
  });

  it('tries to connect as often, and waits as long, as it says', async () => {
    const once = await run('connect_attempts = 1', silent);
    const thrice = await run('connect_attempts = 3', silent);
    expect(thrice.tookMs).toBeGreaterThan(2 * once.tookMs);
    const patient = await run('connect_attempts = 1\nsync_timeout = 2', silent);
    expect(patient.tookMs).toBeGreaterThan(10_000);
    // The command line has the last word.
    expect((await run('connect_attempts = 3', ['--connect-attempts', '1', ...silent])).tookMs).toBe(once.tookMs);
  });

  it('resets by the sequence in it', async () => {
    const argv = ['-p', 'sim://esp32', 'chip-id'];
    expect(await run('custom_reset_sequence = D0|R1|W0.1|D1|R0|W0.5|D0', argv)).toMatchObject({ code: 0 });
    const useless = await run('custom_reset_sequence = R1|W0.1|R0|W0.2', argv);
    expect(useless).toMatchObject({ code: 2 });
    expect(useless.err).toContain('[connect.wrongBootMode]');
  });

  it('opens a port as often as it says', async () => {
    const { code, err, tookMs } = await run('open_port_attempts = 4', ['-p', '/dev/ttyNowhere', 'chip-id']);
    expect(code).toBe(2);
    expect(err).toContain('[port.notFound]');
    expect(tookMs).toBe(600);
  });

  it('does nothing when the file makes no sense', async () => {
    const { code, err } = await run('reset_delay = long', ['-p', 'sim://esp32', 'chip-id']);
    expect(code).toBe(2);
    expect(err).toContain('[input.notANumber]');
    // Commands that touch no board do not ask for it.
    expect(await run('reset_delay = long', ['version'])).toMatchObject({ code: 0, err: '' });
  });
});
