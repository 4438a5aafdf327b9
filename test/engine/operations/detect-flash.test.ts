import { describe, expect, it } from 'vitest';
import { detectFlash } from '../../../src-main/engine/operations/detect-flash';
import { MemoryLoader } from './memory-loader';

describe('who the flash is', () => {
  it('asks for the JEDEC id and tells the loader the size', async () => {
    const loader = new MemoryLoader('esp32c3');
    expect(await detectFlash(loader)).toEqual({
      manufacturerId: 0xef,
      deviceId: 0x4016,
      manufacturer: 'Winbond',
      sizeBytes: 4 * 1024 * 1024,
    });
    expect(loader.calls).toEqual(['attach', 'spi 9f 24', 'parameters 4194304']);
  });

  it('sets no size that it does not know', async () => {
    const loader = new MemoryLoader('esp32c3');
    loader.flashId = 0xff40ef;
    expect(await detectFlash(loader)).toMatchObject({ sizeBytes: null });
    expect(loader.calls).not.toContainEqual(expect.stringContaining('parameters'));
  });

  it.each([0xffffff, 0])('takes %i for silence', async (flashId) => {
    const loader = new MemoryLoader('esp32c3');
    loader.flashId = flashId;
    await expect(detectFlash(loader)).rejects.toMatchObject({ code: 'flash.noAnswer', facts: { flashId } });
  });
});
