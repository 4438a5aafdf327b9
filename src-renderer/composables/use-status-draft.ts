import { computed, type ComputedRef, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ownStatusBits, type PartId, protectMask, type StatusCount } from '../../src-shared/flash-parts/status-bits';
import { formatHex, parseSize } from '../../src-shared/numbers/parse-number';

/** A new status of a flash part, while somebody makes it up. */
export interface StatusDraft {
  readonly text: Ref<string>;
  /** Null where the text is no status. */
  readonly value: ComputedRef<number | null>;
  readonly problem: ComputedRef<string | null>;
  /** Begins with what the part says now. */
  begin(): void;
  setBit(bit: number, isOne: boolean): void;
  /** Bits of the write protection to 0, the others as they are. */
  unprotect(): void;
}

/** What was read, and how much of it. */
interface StatusNow {
  readonly statusBytes: StatusCount;
  readonly value: number;
  readonly flash: PartId;
}

/** Keeps such a draft and says what is wrong with it. */
export function useStatusDraft(now: () => StatusNow): StatusDraft {
  const { t } = useI18n();
  const text = ref('');
  const bits = (): number => now().statusBytes * 8;
  const hex = (value: number): string => formatHex(value, now().statusBytes * 2);

  const number = computed(() => {
    try {
      return text.value.trim() === '' ? null : parseSize(text.value, '');
    } catch {
      return null;
    }
  });
  const problem = computed(() => {
    if (text.value.trim() === '' || number.value === null) return t('flashChip.notANumber');
    if (number.value >= 2 ** bits()) return t('flashChip.tooLarge', { bits: bits() });
    return (number.value & ownStatusBits) === 0 ? null : t('flashChip.ownBits');
  });
  const value = computed(() => (problem.value === null ? number.value : null));
  const base = (): number => value.value ?? now().value & ~ownStatusBits;

  return {
    text,
    value,
    problem,
    begin: () => void (text.value = hex(now().value & ~ownStatusBits)),
    setBit: (bit, isOne) => void (text.value = hex(isOne ? base() | (1 << bit) : base() & ~(1 << bit))),
    unprotect: () => void (text.value = hex(base() & ~protectMask(now().statusBytes, now().flash))),
  };
}
