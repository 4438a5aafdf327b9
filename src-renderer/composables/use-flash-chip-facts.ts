import { useI18n } from 'vue-i18n';
import { partSeries } from '../../src-shared/flash-parts/part-series';
import type { FlashIdentity, FlashStatusFound } from '../../src-shared/ipc/contract';
import type { Fact } from '../components/fact';
import { useFormat } from './use-format';
import { useStatusText } from './use-status-text';

/** Says which flash part it is, and what its status is. */
export interface FlashChipFacts {
  part(flash: FlashIdentity): readonly Fact[];
  status(found: FlashStatusFound): readonly Fact[];
}

/** Facts about a flash part in the chosen language. */
export function useFlashChipFacts(): FlashChipFacts {
  const { t } = useI18n();
  const format = useFormat();
  const statusText = useStatusText();

  function part({ manufacturerId, deviceId, manufacturer, sizeBytes }: FlashIdentity): readonly Fact[] {
    const series = partSeries(manufacturerId, deviceId, sizeBytes);
    const id = (manufacturerId * 0x1_0000 + deviceId).toString(16).padStart(6, '0').toUpperCase();
    return [
      { name: t('flashChip.maker'), value: manufacturer ?? t('facts.makerUnknown'), note: t('flashChip.makerNote') },
      series === null
        ? { name: t('flashChip.part'), value: t('flashChip.unknownPart') }
        : { name: t('flashChip.part'), value: `${series}…`, note: t('flashChip.partNote') },
      { name: t('flashChip.size'), value: sizeBytes === null ? t('facts.untold') : format.bytes(sizeBytes) },
      {
        name: t('flashChip.id'),
        value: (id.match(/../g) ?? []).join(' '),
        note: t('flashChip.idNote'),
        isMono: true,
      },
    ];
  }

  return {
    part,
    status: ({ value, statusBytes }) => [
      { name: t('flashChip.hex'), value: statusText.hex(value, statusBytes), isMono: true },
      { name: t('flashChip.binary'), value: statusText.binary(value, statusBytes), isMono: true },
    ],
  };
}
