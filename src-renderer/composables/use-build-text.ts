import { useI18n } from 'vue-i18n';
import type { BuildChange } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';

/** More names than this are a number. */
const mostNames = 2;

/** Says what a build has changed. */
export interface BuildText {
  /** `lamp.bin (1.2 MB → 1.21 MB), table.bin (new) and 2 more` */
  changes(changes: readonly BuildChange[]): string;
  names(names: readonly string[]): string;
}

export function useBuildText(): BuildText {
  const { t } = useI18n();
  const format = useFormat();

  function one({ name, before, after }: BuildChange): string {
    if (before === null) return t('builds.change.added', { name });
    if (after === null) return t('builds.change.removed', { name });
    const was = format.bytes(before.sizeBytes);
    const is = format.bytes(after.sizeBytes);
    if (before.offset !== after.offset && before.offset !== null && after.offset !== null) {
      return t('builds.change.moved', { name, was: format.hex(before.offset), is: format.hex(after.offset) });
    }
    return was === is ? t('builds.change.contents', { name, size: is }) : t('builds.change.size', { name, was, is });
  }

  function list(items: readonly string[]): string {
    const shown = items.slice(0, mostNames).join(', ');
    const more = items.length - mostNames;
    return more > 0 ? t('builds.more', { shown, count: format.number(more) }, more) : shown;
  }

  return { changes: (changes) => list(changes.map(one)), names: list };
}
