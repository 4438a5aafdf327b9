import { useI18n } from 'vue-i18n';
import { findChip } from '../../src-shared/chips';
import { decodeStraps } from '../../src-shared/chips/straps';
import type { AppErrorData } from '../../src-shared/errors/app-error';
import { useErrorText } from './use-error-text';
import { useFormat } from './use-format';

/** Says what was heard of a board that does not answer: what its boot mode means, pin by pin. */
export function useHeardText(): (trouble: AppErrorData | null) => readonly string[] {
  const { t } = useI18n();
  const errorText = useErrorText();
  const format = useFormat();

  return (trouble) => {
    if (trouble === null || trouble.code === 'connect.noReply') return [t('guides.attempts.silent')];
    if (trouble.code !== 'connect.wrongBootMode') return [errorText(trouble).title];
    const { bootMode, chip: name } = trouble.facts;
    const chip = name === undefined ? null : findChip(name);
    const wrong = (chip === null ? [] : decodeStraps(bootMode, chip)).filter(({ level, needed }) => level !== needed);
    return [
      t('guides.attempts.bootMode', { mode: format.hex(bootMode) }),
      ...wrong.map(({ pin, level }) =>
        t(level === 'high' ? 'guides.attempts.pinHigh' : 'guides.attempts.pinLow', { pin: `GPIO${pin}` }),
      ),
    ];
  };
}
