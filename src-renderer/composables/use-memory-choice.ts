import { computed, type ComputedRef, reactive, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MemoryTask } from '../../src-shared/ipc/contract';
import { parseSize } from '../../src-shared/numbers/parse-number';
import { useFormat } from './use-format';

export type MemoryKind = MemoryTask['kind'];
/** What is typed for a task, each as typed. */
export interface MemoryFields {
  address: string;
  value: string;
  mask: string;
  size: string;
}
/** A task without the tokens that it gets on its way. */
export type MemoryWish =
  | Exclude<MemoryTask, { readonly kind: 'dump' | 'load' }>
  | { readonly kind: 'dump'; readonly address: number; readonly sizeBytes: number }
  | { readonly kind: 'load' };

/** A choice of what to do with memory. */
export interface MemoryChoice {
  readonly kind: Ref<MemoryKind>;
  readonly fields: MemoryFields;
  /** Where it begins, as far as that is a number. */
  readonly address: ComputedRef<number | null>;
  /** What is wrong with a field; absent where nothing is, or nothing is typed yet. */
  readonly problems: ComputedRef<Readonly<Partial<Record<keyof MemoryFields, string>>>>;
  /** The fields that the task needs and that are empty. */
  readonly missing: ComputedRef<readonly (keyof MemoryFields)[]>;
  /** Null where something is missing or wrong. */
  readonly wish: ComputedRef<MemoryWish | null>;
}

const allBits = 0xffff_ffff;
const wordBytes = 4;
/** As the main process takes it. */
export const largestDumpBytes = 64 * 1024 * 1024;

/** The fields of each task, in their order. */
export const memoryFields: Readonly<Record<MemoryKind, readonly (keyof MemoryFields)[]>> = {
  readWord: ['address'],
  writeWord: ['address', 'value', 'mask'],
  dump: ['address', 'size'],
  load: [],
  run: [],
};

/** Keeps such a choice and says what is wrong with it. */
export function useMemoryChoice(): MemoryChoice {
  const { t } = useI18n();
  const format = useFormat();
  const kind = ref<MemoryKind>('readWord');
  const fields = reactive<MemoryFields>({ address: '', value: '', mask: '', size: '' });

  const numbers = computed(() => ({
    address: numberOf(fields.address),
    value: numberOf(fields.value),
    mask: numberOf(fields.mask),
    size: numberOf(fields.size),
  }));

  function problemOf(field: keyof MemoryFields): string | null {
    if (fields[field].trim() === '') return null;
    const number = numbers.value[field];
    const isWord = kind.value !== 'dump';
    if (number === null || (field !== 'size' && number > allBits)) return t('memory.notANumber');
    if (field === 'address' && isWord && number % wordBytes !== 0) {
      const from = number - (number % wordBytes);
      return t('memory.notAWord', { from: format.hex(from), to: format.hex(from + wordBytes) });
    }
    if (field !== 'size') return null;
    if (number === 0) return t('memory.nothing');
    if (number > largestDumpBytes) return t('memory.tooLarge', { size: format.bytes(largestDumpBytes) });
    return (numbers.value.address ?? 0) + number > allBits + 1 ? t('memory.pastEnd') : null;
  }

  const problems = computed(() =>
    Object.fromEntries(
      memoryFields[kind.value].flatMap((field) => {
        const problem = problemOf(field);
        return problem === null ? [] : [[field, problem]];
      }),
    ),
  );
  const missing = computed(() =>
    memoryFields[kind.value].filter((field) => field !== 'mask' && fields[field].trim() === ''),
  );
  const wish = computed<MemoryWish | null>(() => {
    if (missing.value.length > 0 || Object.keys(problems.value).length > 0) return null;
    const { address, value, mask, size } = numbers.value;
    switch (kind.value) {
      case 'readWord':
        return address === null ? null : { kind: 'readWord', address };
      case 'writeWord':
        return address === null || value === null ? null : { kind: 'writeWord', address, value, mask: mask ?? allBits };
      case 'dump':
        return address === null || size === null ? null : { kind: 'dump', address, sizeBytes: size };
      case 'load':
      case 'run':
        return { kind: kind.value };
    }
  });
  return { kind, fields, address: computed(() => numbers.value.address), problems, missing, wish };
}

function numberOf(text: string): number | null {
  try {
    return text.trim() === '' ? null : parseSize(text, '');
  } catch {
    return null;
  }
}
