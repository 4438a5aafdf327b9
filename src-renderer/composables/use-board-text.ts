import { useI18n } from 'vue-i18n';
import type { BoardCard, BoardLayout, NvsResult } from '../../src-shared/ipc/contract';
import { useAppText } from './use-app-text';
import { useBoardFacts } from './use-board-facts';
import { useFormat } from './use-format';
import { useNvsText } from './use-nvs-text';

/** Everything about a board as plain text, for a message or a note. Secrets are not in it. */
export function useBoardText(): (
  card: BoardCard,
  layout: BoardLayout | null,
  settings: readonly NvsResult[],
) => string {
  const { t } = useI18n();
  const format = useFormat();
  const boardFacts = useBoardFacts();
  const appText = useAppText();
  const nvsText = useNvsText();

  function apps(layout: BoardLayout): string[] {
    const lines = appText.lines(layout).map(({ label, app, isStarting, states }) => {
      if (app === null) return `${label}: ${t('apps.empty')}`;
      const { projectName, version, idfVersion, built } = app;
      const words = [
        [projectName ?? t('apps.unnamed'), version].filter((word) => word !== null).join(' '),
        ...(idfVersion === null ? [] : [t('apps.idf', { version: idfVersion.replace(/^v/, '') })]),
        ...(built === null ? [] : [built]),
        ...(isStarting ? [t('layout.starts')] : []),
        ...states.map(({ text }) => text),
      ];
      return `${label}: ${words.join(', ')}`;
    });
    const why = appText.why(layout);
    return why === null ? lines : [...lines, why];
  }
  const partitions = (layout: BoardLayout): string[] =>
    (layout.partitions ?? []).map(
      ({ label, type, subtype, offset, sizeBytes }) =>
        `${label}, ${type}/${subtype}, ${format.hex(offset)}, ${format.bytes(sizeBytes)}`,
    );
  function values({ nvs }: NvsResult): string[] {
    const state = nvsText.state(nvs);
    if (state !== null) return [state];
    return nvs.entries.map((entry) => {
      const value = nvsText.value(entry, undefined) ?? t('nvs.hidden');
      return `${entry.namespace}.${entry.key} (${nvsText.type(entry.type)}): ${value}`;
    });
  }

  return (card, layout, settings) => {
    const sections: (readonly [title: string, lines: readonly string[]])[] = [
      ...boardFacts(card, layout).map(
        (group) => [group.title, group.facts.map(({ name, value }) => `${name}: ${value}`)] as const,
      ),
      ...(layout === null
        ? []
        : [[t('apps.title'), apps(layout)] as const, [t('layout.title'), partitions(layout)] as const]),
      ...settings.map((each) => [`${t('nvs.title')}, ${each.label}`, values(each)] as const),
    ];
    return sections
      .filter(([, lines]) => lines.length > 0)
      .map(([title, lines]) => `${[title, ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
      .join('\n');
  };
}
