import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBasicTable } from '../../src-shared/formats/sfdp-basics';
import { parseSfdp, sfdpExtent, sfdpHeadersEnd } from '../../src-shared/formats/sfdp';
import { runs } from '../property-runs';

/** The parameters of Winbond's W25Q128JV, as its users publish them: header, one table at 0x80, its 16 words. */
const w25q128 = Uint8Array.from(
  Buffer.from(
    `5346445006 0100ff 00060110800000ff ${'ff'.repeat(0x70)}
     e520f9ff ffffff07 44eb086b 083b42bb feffffff ffff0000 ffff40eb 0c200f52
     10d80000 3602a600 82ea14c9 e9637633 7a757a75 f7a2d55c 19f74dff e930f880`.replaceAll(/\s/g, ''),
    'hex',
  ),
);

describe('what a flash part tells about itself', () => {
  it('is read as its data sheet has it', () => {
    expect(w25q128.length).toBe(0xc0);
    expect(sfdpExtent(w25q128, 2048)).toBe(0xc0);
    expect(parseSfdp(w25q128)).toEqual({
      revision: '1.6',
      tables: [{ id: 0xff00, revision: '1.6', offset: 0x80, sizeBytes: 64, isComplete: true }],
      basics: {
        sizeBytes: 16 << 20,
        erases: [
          { sizeBytes: 4096, opcode: 0x20, typicalMs: 64 },
          { sizeBytes: 0x8000, opcode: 0x52, typicalMs: 128 },
          { sizeBytes: 0x1_0000, opcode: 0xd8, typicalMs: 160 },
        ],
        pageBytes: 256,
        addressBytes: '3',
        fastReads: [
          { lines: '1-1-2', opcode: 0x3b, waitClocks: 8, modeClocks: 0 },
          { lines: '1-2-2', opcode: 0xbb, waitClocks: 2, modeClocks: 2 },
          { lines: '1-1-4', opcode: 0x6b, waitClocks: 8, modeClocks: 0 },
          { lines: '1-4-4', opcode: 0xeb, waitClocks: 4, modeClocks: 2 },
          { lines: '4-4-4', opcode: 0xeb, waitClocks: 0, modeClocks: 2 },
        ],
        hasDoubleRate: true,
        quadEnable: { register: 2, bit: 1 },
      },
    });
  });

  it('is less in the first revision of the standard, which has nine words', () => {
    const words = new Uint32Array(w25q128.slice(0x80, 0x80 + 36).buffer);
    expect(decodeBasicTable([...words])).toMatchObject({
      pageBytes: null,
      quadEnable: null,
      erases: [{ typicalMs: null }, { typicalMs: null }, { typicalMs: null }],
    });
  });

  it('is a size beyond 2 Gbit by its logarithm, and no size where that is nonsense', () => {
    expect(decodeBasicTable([0, 0x8000_0020]).sizeBytes).toBe(512 * 1024 * 1024);
    expect(decodeBasicTable([0, 0xffff_ffff]).sizeBytes).toBe(null);
  });

  it('is nothing where nothing answers', () => {
    expect(parseSfdp(new Uint8Array(16).fill(0xff))).toBe(null);
    expect(parseSfdp(new Uint8Array(0))).toBe(null);
    expect(sfdpExtent(new Uint8Array(16), 2048)).toBe(null);
  });

  it('leaves out a table that its header places where nobody reads', () => {
    const far = w25q128.slice();
    far.set([0xff, 0xff, 0xff], 12);
    expect(sfdpExtent(far, 2048)).toBe(16);
    expect(parseSfdp(far)).toMatchObject({ basics: null, tables: [{ offset: 0xff_ffff, isComplete: false }] });
  });

  it('takes any bytes: nothing is thrown, no number is made up, and what is to be read stays within its limit', () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const signed = bytes.map((rest) => Uint8Array.from([0x53, 0x46, 0x44, 0x50, ...rest]));
    // A real one with some bytes overwritten gets further in than noise.
    const mutated = fc.array(fc.tuple(fc.nat(w25q128.length - 1), fc.nat(255)), { maxLength: 24 }).map((changes) => {
      const copy = w25q128.slice();
      for (const [at, value] of changes) copy[at] = value;
      return copy;
    });
    fc.assert(
      fc.property(fc.oneof(bytes, signed, mutated), (input) => {
        const contents = parseSfdp(input);
        expect(contents === null).toBe(sfdpHeadersEnd(input) === null);
        if (contents === null) return;
        expect(sfdpExtent(input, 2048)).toBeLessThanOrEqual(2048);
        for (const { offset, sizeBytes, isComplete } of contents.tables)
          if (isComplete) expect(offset + sizeBytes).toBeLessThanOrEqual(input.length);
        const { basics } = contents;
        if (basics === null) return;
        const numbers = [basics.sizeBytes ?? 1, ...basics.erases.map(({ sizeBytes }) => sizeBytes)];
        for (const number of numbers) expect(Number.isSafeInteger(number) && number > 0).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
  });
});
