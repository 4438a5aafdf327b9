import { useI18n } from 'vue-i18n';
import type { AppName, BoardEffect, BoardEffects } from '../../src-shared/ipc/contract';

/** What becomes of something on the board, in a sentence. */
export interface EffectLine {
  readonly text: string;
  /** `keeps`: nothing happens; `changes`: as was asked for; `loses`: somebody may miss it. */
  readonly tone: 'keeps' | 'changes' | 'loses';
}

/** Sentences for what a write does to a board. */
export interface EffectText {
  readonly sentence: (effect: BoardEffect) => string;
  /** Few lines about everything: what is lost first, what stays in one line. */
  readonly lines: (effects: BoardEffects) => readonly EffectLine[];
}

export function useEffectText(): EffectText {
  const { t, locale } = useI18n();

  function appText(app: AppName): string {
    const { projectName, version } = app;
    if (projectName === null && version === null) return t('effects.someApp');
    return t('effects.app', { project: projectName ?? '', version: version ?? '' }).trim();
  }

  function replaced({ label, kind, before, after, by }: BoardEffect): string {
    if (kind === 'otaData') return t('effects.replacedOtaData');
    if (kind !== 'app') return t('effects.replacedBy', { label, by: by ?? '' });
    const next = appText(after ?? { projectName: null, version: null });
    if (before === null) return t('effects.getsApp', { label, after: next });
    const isSameProject = before.projectName !== null && before.projectName === after?.projectName;
    if (isSameProject && before.version === after.version) return t('effects.again', { label, after: next });
    if (isSameProject && before.version !== null && after.version !== null) {
      const facts = { label, project: before.projectName, before: before.version, after: after.version };
      return t('effects.replacedVersion', facts);
    }
    return t('effects.replacedApp', { label, before: appText(before), after: next });
  }

  function sentence(effect: BoardEffect): string {
    const { label, fate, by, after } = effect;
    switch (fate) {
      case 'kept':
        return t('effects.kept', { label });
      case 'filled':
        return t('effects.filled', { label, after: appText(after ?? { projectName: null, version: null }) });
      case 'replaced':
        return replaced(effect);
      case 'overwritten':
        return t('effects.overwrittenBy', { label, by: by ?? '' });
      case 'erased':
        return by === null ? t('effects.erased', { label }) : t('effects.erasedBy', { label, by });
      case 'outOfReach':
        return t('effects.outOfReach', { label });
    }
  }

  function listed(labels: readonly string[]): string {
    return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(labels);
  }

  function lines({ items, basis }: BoardEffects): readonly EffectLine[] {
    // What is empty already is no loss, and nothing that stays.
    const counts = (effect: BoardEffect): boolean =>
      effect.kind !== 'app' || effect.before !== null || basis === 'files';
    const erased = items.filter((effect) => effect.fate === 'erased' && effect.by === null && counts(effect));
    const kept = items.filter((effect) => effect.fate === 'kept' && counts(effect));
    const others = items.filter(({ fate, by }) => fate !== 'kept' && !(fate === 'erased' && by === null));
    const told = [...others.filter(({ kind }) => kind === 'app'), ...others.filter(({ kind }) => kind !== 'app')].map(
      (effect): EffectLine => ({ text: sentence(effect), tone: toneOf(effect) }),
    );
    return [
      ...(erased.length === 0
        ? []
        : [
            {
              text: t('effects.allErased', { labels: listed(erased.map(({ label }) => label)) }),
              tone: 'loses',
            } as const,
          ]),
      ...told.filter(({ tone }) => tone === 'loses'),
      ...told.filter(({ tone }) => tone !== 'loses'),
      ...(kept.length === 0
        ? []
        : [{ text: t('effects.allKept', { labels: listed(kept.map(({ label }) => label)) }), tone: 'keeps' } as const]),
    ];
  }

  return { sentence, lines };
}

/** Whether somebody may miss it. */
export function toneOf({ fate, kind, isUserData }: BoardEffect): EffectLine['tone'] {
  switch (fate) {
    case 'kept':
      return 'keeps';
    case 'filled':
      return 'changes';
    case 'replaced':
      return isUserData && kind === 'nvs' ? 'loses' : 'changes';
    case 'overwritten':
    case 'erased':
    case 'outOfReach':
      return isUserData || kind === 'app' ? 'loses' : 'changes';
  }
}
