import { computed, type ComputedRef, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { toAppError } from '../../src-shared/errors/app-error';
import type { FlashRange, FlashSpan, PartitionView } from '../../src-shared/ipc/contract';
import { parseSize } from '../../src-shared/numbers/parse-number';
import { useErrorText } from './use-error-text';
import { useFormat } from './use-format';

/** Erase unit of NOR flash. */
export const sectorBytes = 0x1000;

export type SpanMode = 'all' | 'partition' | 'region';

/** What is known about the flash that a span is chosen of. */
export interface SpanFlash {
  readonly flashSizeBytes: number | null;
  readonly partitions: readonly PartitionView[] | null;
  /** Only whole sectors make sense. */
  readonly isBySector: boolean;
}

/** A choice of flash: all of it, a partition, or a region as typed. */
export interface SpanChoice {
  readonly mode: Readonly<Ref<SpanMode>>;
  readonly partitionOffset: Readonly<Ref<number | null>>;
  readonly offsetText: Readonly<Ref<string>>;
  readonly sizeText: Readonly<Ref<string>>;
  /** Null where nothing that makes sense is chosen. */
  readonly span: ComputedRef<FlashSpan | null>;
  /** Where it lies; null where that is not known. */
  readonly range: ComputedRef<FlashRange | null>;
  readonly partition: ComputedRef<PartitionView | null>;
  /** What is wrong with what was typed; null where nothing is. */
  readonly problem: ComputedRef<string | null>;
  /** The whole sectors around what was typed; null where it is whole sectors or nothing. */
  readonly wholeSectors: ComputedRef<FlashRange | null>;
  setMode(mode: SpanMode): void;
  setPartition(offset: number): void;
  setOffset(text: string): void;
  setSize(text: string): void;
}

/** Keeps such a choice and says what is wrong with it. */
export function useSpanChoice(flash: () => SpanFlash): SpanChoice {
  const { t } = useI18n();
  const format = useFormat();
  const errorText = useErrorText();
  const mode = ref<SpanMode>('all');
  const partitionOffset = ref<number | null>(null);
  const offsetText = ref('');
  const sizeText = ref('');

  const partition = computed(() => flash().partitions?.find(({ offset }) => offset === partitionOffset.value) ?? null);

  /** What was typed, or the sentence that says why it is nothing. Nothing typed yet is neither. */
  const typed = computed<{ readonly range: FlashRange | null; readonly problem: string | null }>(() => {
    if (offsetText.value.trim() === '' || sizeText.value.trim() === '') return { range: null, problem: null };
    try {
      const offset = parseSize(offsetText.value, t('span.address'));
      const sizeBytes = parseSize(sizeText.value, t('span.size'));
      return { range: { offset, sizeBytes }, problem: problemOf(offset, sizeBytes) };
    } catch (error) {
      return { range: null, problem: errorText(toAppError(error).toData()).title };
    }
  });

  function problemOf(offset: number, sizeBytes: number): string | null {
    const { flashSizeBytes, isBySector } = flash();
    const end = offset + sizeBytes;
    if (sizeBytes === 0) return t('span.nothing');
    if (flashSizeBytes !== null && end > flashSizeBytes) {
      return t('span.pastEnd', { end: format.hex(end), flashEnd: format.hex(flashSizeBytes) });
    }
    if (isBySector && (offset % sectorBytes !== 0 || end % sectorBytes !== 0)) return t('span.unaligned');
    return null;
  }

  const range = computed<FlashRange | null>(() => {
    const { flashSizeBytes } = flash();
    switch (mode.value) {
      case 'all':
        return flashSizeBytes === null ? null : { offset: 0, sizeBytes: flashSizeBytes };
      case 'partition':
        return partition.value === null
          ? null
          : { offset: partition.value.offset, sizeBytes: partition.value.sizeBytes };
      case 'region':
        return typed.value.problem === null ? typed.value.range : null;
    }
  });
  const wholeSectors = computed<FlashRange | null>(() => {
    const around = typed.value.range;
    if (!flash().isBySector || around === null || around.sizeBytes === 0) return null;
    const offset = Math.floor(around.offset / sectorBytes) * sectorBytes;
    const end = Math.ceil((around.offset + around.sizeBytes) / sectorBytes) * sectorBytes;
    if (end > (flash().flashSizeBytes ?? Infinity)) return null;
    const whole = { offset, sizeBytes: end - offset };
    return whole.offset === around.offset && whole.sizeBytes === around.sizeBytes ? null : whole;
  });

  return {
    mode,
    partitionOffset,
    offsetText,
    sizeText,
    partition,
    range,
    wholeSectors,
    span: computed(() => (mode.value === 'all' ? 'all' : range.value)),
    problem: computed(() => (mode.value === 'region' ? typed.value.problem : null)),
    setMode: (next) => (mode.value = next),
    setPartition: (offset) => (partitionOffset.value = offset),
    setOffset: (text) => (offsetText.value = text),
    setSize: (text) => (sizeText.value = text),
  };
}
