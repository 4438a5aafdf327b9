import { useI18n } from 'vue-i18n';
import type { MacFound } from '../../src-shared/ipc/contract';
import { formatHex } from '../../src-shared/numbers/parse-number';
import type { Fact } from '../components/fact';

/** An address, and whether it can be copied. */
export interface AddressFact extends Fact {
  readonly isAddress: boolean;
}

/** Names the addresses of a chip, in the chosen language. */
export function useAddressFacts(): (found: MacFound) => readonly AddressFact[] {
  const { t } = useI18n();
  return ({ base, extension, eui64, esp8266ChipId }) => [
    {
      name: t('addresses.base'),
      value: base ?? t('addresses.unreadable'),
      note: t('addresses.baseNote'),
      isMono: base !== null,
      isAddress: base !== null,
    },
    ...(eui64 === null
      ? []
      : [{ name: t('addresses.eui64'), value: eui64, note: t('addresses.eui64Note'), isMono: true, isAddress: true }]),
    ...(extension === null
      ? []
      : [
          {
            name: t('addresses.extension'),
            value: extension,
            note: t('addresses.extensionNote'),
            isMono: true,
            isAddress: true,
          },
        ]),
    ...(esp8266ChipId === null
      ? []
      : [
          {
            name: t('addresses.esp8266Id'),
            value: formatHex(esp8266ChipId, 8),
            note: t('addresses.esp8266Note'),
            isMono: true,
            isAddress: true,
          },
        ]),
  ];
}
