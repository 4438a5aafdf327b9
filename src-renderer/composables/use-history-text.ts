import { useI18n } from 'vue-i18n';
import { chipById } from '../../src-shared/chips';
import type { HistoryEntry } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';

/** Says what an entry of the history is about. */
export interface HistoryText {
  /** `weather-station 2.4.1`, else the first file's name. */
  what(entry: HistoryEntry): string;
  /** `ESP32-C3 · 7c:df:a1:b2:03:9c`, else the port. */
  where(entry: HistoryEntry): string;
}

export function useHistoryText(): HistoryText {
  const { t } = useI18n();
  const format = useFormat();
  return {
    what({ files }) {
      const app = files.find(({ project }) => project !== null);
      if (app !== undefined) return t('history.what', { name: app.project ?? '', version: app.version ?? '' }).trim();
      const [first] = files;
      if (first === undefined) return '';
      const more = files.length - 1;
      return more === 0 ? first.name : t('history.files', { name: first.name, count: format.number(more) }, more);
    },
    where({ chip, mac, port }) {
      return [chip === null ? null : chipById(chip).name, mac ?? port].filter((part) => part !== null).join(' · ');
    },
  };
}
