import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormat } from './use-format';
import type { SpanChoice } from './use-span-choice';

/** What can be offered where somebody typed a region that cuts sectors. */
export interface WholeSectors {
  /** What the button says; null where nothing is to be mended. */
  readonly text: ComputedRef<string | null>;
  /** Puts the region that has all of these sectors in the place of what was typed. */
  readonly apply: () => void;
}

/** The region of whole sectors around what was typed, in words. */
export function useWholeSectors({
  wholeSectors,
  setOffset,
  setSize,
}: Pick<SpanChoice, 'wholeSectors' | 'setOffset' | 'setSize'>): WholeSectors {
  const { t } = useI18n();
  const format = useFormat();
  const text = computed(() => {
    const whole = wholeSectors.value;
    if (whole === null) return null;
    return t('span.useWhole', { from: format.hex(whole.offset), to: format.hex(whole.offset + whole.sizeBytes - 1) });
  });
  function apply(): void {
    const whole = wholeSectors.value;
    if (whole === null) return;
    setOffset(format.hex(whole.offset));
    setSize(format.hex(whole.sizeBytes));
  }
  return { text, apply };
}
