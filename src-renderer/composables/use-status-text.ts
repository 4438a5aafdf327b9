import { useI18n } from 'vue-i18n';
import { differingBits, statusBits, type PartId, type StatusCount } from '../../src-shared/flash-parts/status-bits';
import { formatHex } from '../../src-shared/numbers/parse-number';

/** One bit in words. */
export interface StatusBitText {
  readonly bit: number;
  readonly name: string;
  readonly meaning: string;
  readonly isOwn: boolean;
}

/** Says what status registers hold. Values are all registers in one number, the first in its lowest byte. */
export interface StatusText {
  hex(value: number, bytes: StatusCount): string;
  /** By groups of four, so that bits can be counted. */
  binary(value: number, bytes: StatusCount): string;
  bits(bytes: StatusCount, part: PartId): readonly StatusBitText[];
  /** Each bit that changes, in a sentence. */
  changes(bytes: StatusCount, part: PartId, from: number, to: number): readonly string[];
  /** What somebody should think of before this change. */
  warnings(bytes: StatusCount, part: PartId, from: number, to: number): readonly string[];
}

/** One bit of a number. */
export const bitOf = (value: number, bit: number): 0 | 1 => (((value >>> bit) & 1) === 1 ? 1 : 0);

/** Words for status registers in the chosen language. */
export function useStatusText(): StatusText {
  const { t } = useI18n();
  const bits: StatusText['bits'] = (bytes, part) =>
    statusBits(bytes, part).map(({ bit, name, isOwn }) => ({
      bit,
      isOwn,
      name: t(`flashChip.bits.${name}.name`),
      meaning: t(`flashChip.bits.${name}.meaning`),
    }));

  return {
    hex: (value, bytes) => formatHex(value, bytes * 2),
    binary: (value, bytes) =>
      (
        value
          .toString(2)
          .padStart(bytes * 8, '0')
          .match(/.{4}/g) ?? []
      ).join(' '),
    bits,
    changes: (bytes, part, from, to) => {
      const all = bits(bytes, part);
      return differingBits(bytes, from, to).map((bit) =>
        t('flashChip.changedBit', { bit, name: all[bit]?.name ?? '', from: bitOf(from, bit), to: bitOf(to, bit) }),
      );
    },
    warnings: (bytes, part, from, to) => {
      const named = statusBits(bytes, part);
      const goesTo = (value: 0 | 1, ...names: readonly string[]): boolean =>
        named.some(({ bit, name }) => names.includes(name) && bitOf(to, bit) === value && bitOf(from, bit) !== value);
      return [
        ...(goesTo(1, 'bp0', 'bp1', 'bp2', 'bp3', 'cmp') ? [t('flashChip.warnProtect')] : []),
        ...(goesTo(1, 'srp0', 'srp1') ? [t('flashChip.warnLock')] : []),
        ...(goesTo(0, 'qe') ? [t('flashChip.warnQuad')] : []),
        ...(goesTo(1, 'lb') ? [t('flashChip.warnOnce')] : []),
      ];
    },
  };
}
