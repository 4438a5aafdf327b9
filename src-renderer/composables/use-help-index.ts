import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { adviceTexts } from '../../src-shared/errors/advice';
import type { ErrorCode } from '../../src-shared/errors/error-codes';
import { type GuideId, guideIds } from '../../src-shared/guides/guides';

/** One thing that Help knows about. */
export type HelpTopic =
  | { readonly kind: 'guide'; readonly id: GuideId; readonly title: string; readonly words: string }
  | {
      readonly kind: 'error';
      readonly id: ErrorCode;
      readonly title: string;
      readonly cause: string;
      readonly steps: readonly string[];
      readonly words: string;
    };

const codes = Object.keys(adviceTexts) as readonly ErrorCode[];

/** Everything in Help, in the chosen language, with what it is found by. */
export function useHelpIndex(): ComputedRef<readonly HelpTopic[]> {
  const i18n = useI18n();
  const { t, rt } = i18n;
  const plain = (text: string): string => withoutFacts(text, (kind) => t(`help.facts.${kind}`));

  return computed(() => [
    ...guideIds.map((id) => {
      const title = t(`guides.titles.${id}`);
      const words = [title, t(`guides.summaries.${id}`), ...leaves(i18n.tm(`guides.${id}`))].join(' ');
      return { kind: 'guide', id, title, words: words.toLocaleLowerCase() } as const;
    }),
    ...codes.map((id) => {
      const title = plain(sourceOf(i18n.tm(`advice.${id}.title`)));
      const cause = plain(sourceOf(i18n.tm(`advice.${id}.cause`)));
      const told: unknown = i18n.tm(`advice.${id}.steps`);
      const steps = Array.isArray(told) ? told.map((step: unknown) => plain(sourceOf(step))) : [];
      return {
        kind: 'error',
        id,
        title,
        cause,
        steps,
        words: [id, title, cause, ...steps].join(' ').toLocaleLowerCase(),
      } as const;
    }),
  ]);

  /** A message as it was written, with its placeholders. */
  function sourceOf(message: unknown): string {
    return typeof message === 'string' ? message : rt(message as never);
  }

  function leaves(tree: unknown): string[] {
    if (typeof tree === 'string') return [tree];
    if (typeof tree !== 'object' || tree === null) return [];
    return Object.values(tree).flatMap(leaves);
  }
}

/** What a fact is, where only that can be told. */
type FactKind = 'file' | 'port' | 'chip';
const factKinds: Readonly<Record<string, FactKind>> = {
  name: 'file',
  otherName: 'file',
  part: 'file',
  path: 'port',
  chip: 'chip',
  imageChip: 'chip',
};

/** A message without the facts that it has when it comes up: `{path} is in use.` as “‹port› is in use.” */
export function withoutFacts(text: string, wordFor: (kind: FactKind) => string): string {
  return (
    text
      .replaceAll(/\{(\w+)\}/g, (_, fact: string) => {
        const kind = factKinds[fact];
        return kind === undefined ? '…' : `‹${wordFor(kind)}›`;
      })
      // A reason that is not known yet is not announced.
      .replace(/\s?[:：]\s?…(?=[.。]?$)/, '')
      .replace(/…\.$/, '…')
  );
}

/** The topics in which every word is found; all of them where nothing is looked for. */
export function findTopics(topics: readonly HelpTopic[], query: string): readonly HelpTopic[] {
  const words = query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return topics.filter((topic) => words.every((word) => topic.words.includes(word)));
}
