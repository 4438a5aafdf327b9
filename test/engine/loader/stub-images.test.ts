import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chips } from '../../../src-shared/chips/index';
import { loadStubImage } from '../../../src-main/engine/loader/stub-images';

const folder = dirname(createRequire(import.meta.url).resolve('esptool-js/lib/targets/stub_flasher/esp32.json'));
const names = readdirSync(folder).map((file) => file.replace('.json', ''));

describe('stub images', () => {
  it('are there for every chip that names one, and for nothing else', async () => {
    const named = chips.flatMap((chip) => chip.stubs ?? []).map(({ image }) => image);
    expect([...named].sort()).toEqual([...names].sort());
    for (const name of named) expect(await loadStubImage(name)).not.toBeNull();
    expect(await loadStubImage('esp99')).toBeNull();
  });

  it.each(names)('%s is what the package holds, and starts inside its code', async (name) => {
    const file = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, string | number>;
    const image = (await loadStubImage(name))!;
    expect(image.entry).toBe(file['entry']);
    expect(image.segments.map(({ address }) => address)).toEqual([file['text_start'], file['data_start']]);
    expect(Buffer.from(image.segments[0]!.bytes).equals(Buffer.from(String(file['text']), 'base64'))).toBe(true);
    expect(Buffer.from(image.segments[1]!.bytes).equals(Buffer.from(String(file['data']), 'base64'))).toBe(true);
    const [text] = image.segments;
    expect(image.entry).toBeGreaterThanOrEqual(text!.address);
    expect(image.entry).toBeLessThan(text!.address + text!.bytes.length);
  });
});
