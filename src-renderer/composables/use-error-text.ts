import { useI18n } from 'vue-i18n';
import { adviceParameters, adviceTexts } from '../../src-shared/errors/advice';
import type { AppErrorData } from '../../src-shared/errors/app-error';
import { type ReasonTexts, withReasonsIn } from '../../src-shared/errors/reasons';
import { useFormat } from './use-format';

/** An error in the chosen language. */
export interface ErrorText {
  readonly title: string;
  /** What it probably is. */
  readonly cause: string;
  readonly steps: readonly string[];
  /** There is a page about it, which the main process opens by the error's code. */
  readonly hasLink: boolean;
}

/** Turns codes and facts into sentences. */
export function useErrorText(): (error: AppErrorData) => ErrorText {
  const i18n = useI18n();
  const format = useFormat();
  /** As everywhere else in the window: in the language's own numbers and units. */
  const sizesIn = (error: AppErrorData): Record<string, string> =>
    Object.fromEntries(
      Object.entries<unknown>(error.facts).flatMap(([name, value]) =>
        name.endsWith('Bytes') && typeof value === 'number' ? [[name, format.bytes(value)]] : [],
      ),
    );
  return (error) => {
    const reasons: ReasonTexts = i18n.tm('reasons');
    const parameters = { ...adviceParameters(withReasonsIn(reasons, error)), ...sizesIn(error) };
    const steps: unknown = i18n.tm(`advice.${error.code}.steps`);
    return {
      title: i18n.t(`advice.${error.code}.title`, parameters),
      cause: i18n.t(`advice.${error.code}.cause`, parameters),
      steps: Array.isArray(steps) ? steps.map((step: string) => i18n.rt(step, parameters)) : [],
      hasLink: adviceTexts[error.code].link !== null,
    };
  };
}
