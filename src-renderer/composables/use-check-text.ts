import { useI18n } from 'vue-i18n';
import { chips } from '../../src-shared/chips';
import { flashSizeToBytes } from '../../src-shared/flash-parts/flash-parts';
import type { PreflightCheck, PreflightRepair } from '../../src-shared/ipc/contract';
import { useErrorText } from './use-error-text';
import { useFormat } from './use-format';

/** A check in words. */
export interface CheckText {
  readonly sentence: string;
  /** What to do about it; empty where nothing is to be done. */
  readonly steps: readonly string[];
  /** What the buttons say that mend it. */
  readonly repairs: readonly string[];
}

/** The ways to mend it, in the order of their buttons. */
export function repairsOf({ repair, otherRepair }: PreflightCheck): readonly PreflightRepair[] {
  return [repair, otherRepair ?? null].filter((way) => way !== null);
}

/** The name of the file in a row of the request; undefined where it is gone. */
type NameOf = (row: number) => string | undefined;

/** Turns pre-flight checks into one sentence each. `nameOf`: for buttons of checks that are about several files. */
export function useCheckText(): (check: PreflightCheck, nameOf?: NameOf) => CheckText {
  const i18n = useI18n();
  const { t } = i18n;
  const format = useFormat();
  const errorText = useErrorText();

  /** Facts as people read them: sizes in bytes get their unit, chip ids their name. */
  function parametersOf(facts: PreflightCheck['facts']): Record<string, string> {
    const shown = Object.entries(facts).map(([name, value]) => {
      const namedBytes = name === 'flashSize' ? flashSizeToBytes(String(value)) : null;
      if (namedBytes !== null) return [name, format.bytes(namedBytes)];
      if (typeof value === 'number') return [name, name.endsWith('Bytes') ? format.bytes(value) : format.number(value)];
      return [name, chips.find((chip) => chip.id === value)?.name ?? String(value)];
    });
    return Object.fromEntries(shown) as Record<string, string>;
  }

  /** `nameOf`: undefined where it is plain which file is meant. */
  function repairText(repair: PreflightRepair, nameOf: NameOf | undefined): string {
    switch (repair.kind) {
      case 'setOffset': {
        const [name, offset] = [nameOf?.(repair.row), format.hex(repair.offset)];
        return name === undefined
          ? t('checks.repair.setOffset', { offset })
          : t('checks.repair.setOffsetOf', { name, offset });
      }
      case 'disableRow': {
        const name = nameOf?.(repair.row);
        return name === undefined ? t('checks.repair.disableRow') : t('checks.repair.disableRowOf', { name });
      }
      case 'encryptRows':
        return t('checks.repair.encryptRows');
      case 'setFlashSize':
        return t('checks.repair.setFlashSize', {
          size: repair.flashSize === 'detect' ? t('checks.repair.boardSize') : repair.flashSize,
        });
      case 'setOption':
        return t(`checks.repair.${repair.option}.${repair.value ? 'on' : 'off'}`);
    }
  }

  return (check, nameOf) => {
    const isAboutOne = check.rows.length < 2;
    const repairs = repairsOf(check).map((repair) => repairText(repair, isAboutOne ? undefined : nameOf));
    if (check.error !== null) {
      // An address that nobody gave is not a wrong number: it is a question.
      if (check.error.code === 'input.notANumber' && check.error.facts.text.trim() === '') {
        return { sentence: t('files.addressNeeded', { name: check.error.facts.what }), steps: [], repairs };
      }
      const { title, cause, steps } = errorText(check.error);
      return { sentence: title, steps: [cause, ...steps], repairs };
    }
    const group = check.state === 'unknown' ? 'unknown' : 'ok';
    const key = `checks.${group}.${check.id}`;
    return {
      sentence: t(i18n.te(key, 'en') ? key : `checks.${group}.other`, parametersOf(check.facts)),
      steps: [],
      repairs,
    };
  };
}
