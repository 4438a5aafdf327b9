import { useI18n } from 'vue-i18n';
import type { NvsEntryView, NvsShownValue, NvsView } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';

/** Words for what was read of an NVS partition. */
export interface NvsText {
  /** `text`, `u16`. */
  type(type: NvsEntryView['type']): string;
  /** In one line; null where it is hidden. */
  value(entry: NvsEntryView, revealed: NvsShownValue | undefined): string | null;
  /** Why there are no values; null where there are some. */
  state(nvs: NvsView): string | null;
  /** What was left out. */
  notes(nvs: NvsView): readonly string[];
  /** How full it is; null where nothing of it can be read. */
  use(nvs: NvsView): string | null;
}

/** Turns what is in an NVS partition into words. */
export function useNvsText(): NvsText {
  const { t } = useI18n();
  const format = useFormat();
  return {
    type: (type) => (type === 'string' || type === 'blob' ? t(`nvs.types.${type}`) : type),
    value(entry, revealed) {
      const shown = revealed ?? entry.value;
      if (shown === null) return null;
      return shown.isCut ? `${shown.text} …` : shown.text;
    },
    state(nvs) {
      if (nvs.state !== 'readable') return t(`nvs.state.${nvs.state}`);
      return nvs.entries.length === 0 ? t('nvs.state.none') : null;
    },
    notes: ({ notes }) =>
      notes.map(({ kind, count, page }) => {
        const what = t(`nvs.note.${kind}`, { count: format.number(count) }, count);
        return kind === 'partialPage' ? what : `${what} ${t('nvs.noteAt', { page: format.number(page + 1) })}`;
      }),
    use({ state, pages }) {
      if (state !== 'readable') return null;
      const sum = (of: (page: NvsView['pages'][number]) => number): number =>
        pages.reduce((total, page) => total + of(page), 0);
      return t('nvs.use', {
        used: format.number(sum(({ writtenEntries }) => writtenEntries)),
        count: format.number(sum((page) => page.writtenEntries + page.erasedEntries + page.emptyEntries)),
        erased: format.number(sum(({ erasedEntries }) => erasedEntries)),
      });
    },
  };
}
