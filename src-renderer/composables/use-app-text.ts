import { useI18n } from 'vue-i18n';
import type { BoardLayout, OtaEntryView, PartitionApp } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';

/** How good something is. */
export type AppTone = 'ok' | 'warning' | 'problem' | 'quiet';

/** An app partition in words. */
export interface AppLine {
  readonly label: string;
  readonly offset: number;
  readonly subtype: string;
  /** Null where nothing is there. */
  readonly app: PartitionApp | null;
  readonly isStarting: boolean;
  readonly states: readonly { readonly text: string; readonly tone: AppTone }[];
}

/** Words for the apps on a board. */
export interface AppText {
  lines(layout: BoardLayout): readonly AppLine[];
  /** Why it is that one that starts; null where no app partition is there. */
  why(layout: BoardLayout): string | null;
  entry(entry: OtaEntryView | null): string;
}

/** Says what each app partition holds, which one starts, and why. */
export function useAppText(): AppText {
  const { t } = useI18n();
  const format = useFormat();

  function otaState({ state }: OtaEntryView): AppLine['states'][number] | null {
    switch (state) {
      case 'new':
      case 'pendingVerify':
        return { text: t(`ota.state.${state}`), tone: 'warning' };
      case 'invalid':
      case 'aborted':
        return { text: t(`ota.state.${state}`), tone: 'problem' };
      case 'valid':
        return { text: t('ota.state.valid'), tone: 'ok' };
      case 'undefined':
      case 'unknown':
        return null;
    }
  }

  /** The entry that speaks of a slot: the newer one where both do. */
  function entryOf({ otaData }: BoardLayout, label: string): OtaEntryView | null {
    const entries = (otaData?.entries ?? []).filter((entry) => entry?.slot === label && entry.isCrcValid);
    return entries.reduce((best, entry) => ((entry?.sequence ?? 0) > (best?.sequence ?? -1) ? entry : best), null);
  }

  return {
    lines: (layout) =>
      (layout.partitions ?? [])
        .filter(({ type }) => type === 'app')
        .map(({ label, subtype, offset }) => {
          const app = layout.apps.find((each) => each.offset === offset) ?? null;
          const entry = entryOf(layout, label);
          const state = app === null || entry === null ? null : otaState(entry);
          return {
            label,
            subtype,
            offset,
            app,
            isStarting: layout.app?.offset === offset,
            states: [
              ...(app?.isIntact === false ? [{ text: t('apps.broken'), tone: 'problem' as const }] : []),
              ...(app?.isForThisChip === false ? [{ text: t('apps.otherChip'), tone: 'problem' as const }] : []),
              ...(state === null ? [] : [state]),
            ],
          };
        }),
    why({ start, app }) {
      if (start === null) return null;
      const { label, reason } = start;
      return app === null ? t('apps.nothingStarts', { label }) : t(`apps.why.${reason}`, { label });
    },
    entry(entry) {
      if (entry === null) return t('ota.blank');
      const { sequence, slot, state, isCrcValid } = entry;
      const number = format.number(sequence);
      if (!isCrcValid) return t('ota.badChecksum', { number });
      return t('ota.entry', { number, slot: slot ?? t('ota.noSlot'), state: t(`ota.state.${state}`) });
    },
  };
}
