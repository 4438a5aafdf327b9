import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programBuilds } from '../../src-main/firmware/program-builds';
import { readInput } from '../../src-main/firmware/read-input';
import { isAppError } from '../../src-shared/errors/app-error';
import { fixture, fixturePath, hasFixtures } from '../formats/fixtures';
import { runCli } from '../cli/run-cli';
import { runs } from '../property-runs';

const elf = (name: string): Uint8Array => fixture(`elf/${name}.elf`);
const chipsOf = (name: string): string[] => programBuilds(name, elf(name)).map(({ chip }) => chip.id);

describe.skipIf(!hasFixtures)('an ELF program', () => {
  it.each([
    ['esp32-bootloader', 'esp32'],
    ['esp32c6-appdesc', 'esp32c6'],
  ])('%s becomes the image that elf2image makes for %s', async (name, chip) => {
    const { builds, source } = await readInput(fixturePath(`elf/${name}.elf`));
    const build = builds.find((candidate) => candidate.chip?.id === chip);
    expect(source).toBeNull();
    expect(build?.files.map((file) => file.name)).toEqual([`${name}.elf`]);
    expect(Buffer.from(build!.files[0]!.bytes).equals(fixture(`golden/${name}.bin`))).toBe(true);
  });
  it('for ESP8266 becomes the two files at their places', () => {
    const name = 'esp8266-nonosssdk20-iotdemo';
    const [build, ...others] = programBuilds(name, elf(name));
    expect(others).toEqual([]);
    expect(build?.files.map(({ statedOffset }) => statedOffset)).toEqual([0, 0x1_0000]);
    for (const { bytes, statedOffset } of build!.files) {
      const golden = fixture(`golden/${name}.v1-0x${statedOffset!.toString(16).padStart(5, '0')}.bin`);
      expect(Buffer.from(bytes).equals(golden)).toBe(true);
    }
  });
  it('is offered for the chips whose memory it fits, and for no other', () => {
    expect(chipsOf('esp32-bootloader')).toEqual(['esp32']);
    expect(chipsOf('esp32-zephyr')).toEqual(['esp32']);
    expect(chipsOf('esp32c6-appdesc')).toContain('esp32c6');
    expect(chipsOf('esp32c6-appdesc')).not.toContain('esp32s3');
  });
  it('that fits no chip, or is for another processor', () => {
    const moved = elf('esp32-bootloader');
    const arm = elf('esp32-bootloader');
    new DataView(arm.buffer).setUint16(18, 40, true);
    expect(() => programBuilds('arm.elf', arm)).toThrow(/file\.notUnderstood/);
    const view = new DataView(moved.buffer);
    const sections = view.getUint32(32, true);
    for (let index = 0; index < view.getUint16(48, true); index++) {
      const at = sections + index * 40 + 12;
      if (view.getUint32(at, true) !== 0) view.setUint32(at, 0x1234_0000, true);
    }
    expect(() => programBuilds('moved.elf', moved)).toThrow(/image\.notBuilt/);
  });
  it('is written as the image for the board that answers, and not to one that it does not fit', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'esplanade-elf-')), 'flash.bin');
    const path = fixturePath('elf/esp32-bootloader.elf');
    expect(await runCli(['-p', `sim://esp32?flash=${file}`, 'write-flash', '0x1000', path])).toMatchObject({ code: 0 });
    const golden = fixture('golden/esp32-bootloader.bin');
    expect(
      readFileSync(file)
        .subarray(0x1000, 0x1000 + golden.length)
        .equals(golden),
    ).toBe(true);
    expect(await runCli(['-p', 'sim://esp32s3', 'write-flash', '0x0', path])).toMatchObject({
      code: 2,
      err: expect.stringContaining('[plan.wrongChip]') as string,
    });
  });
  it('with bytes changed or cut off gives an error with a code', () => {
    const whole = elf('esp32c6-appdesc');
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.nat({ max: whole.length }),
        fc.boolean(),
        (changes, length, isCut) => {
          const bytes = whole.slice(0, isCut ? length : whole.length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          try {
            programBuilds('x.elf', bytes);
          } catch (error) {
            expect(isAppError(error)).toBe(true);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });
  it('too large to be one', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'esplanade-elf-')), 'large.elf');
    const bytes = Buffer.alloc(65 * 1024 * 1024);
    bytes.set(elf('esp32c6-appdesc'));
    writeFileSync(path, bytes);
    await expect(readInput(path)).rejects.toMatchObject({ code: 'file.tooLarge' });
  });
});
