import { useI18n } from 'vue-i18n';
import { chipById } from '../../src-shared/chips';
import type { FirmwareFile } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';

/** Says what a file is: `App · weather-station 2.4.1 · for ESP32-C3`. */
export function useFirmwareText(): (file: FirmwareFile) => string {
  const { t } = useI18n();
  const format = useFormat();
  return ({ kind, image, partitions }) => {
    const entries = partitions?.length ?? 0;
    const project =
      image?.projectName === null || image?.projectName === undefined
        ? null
        : t('what.project', { name: image.projectName, version: image.version ?? '' }).trim();
    const idf = image?.idfVersion === null || image?.idfVersion === undefined ? null : image.idfVersion;
    return [
      t(`kind.${kind}`),
      project,
      kind === 'partitionTable' && entries > 0 ? t('what.entries', { count: format.number(entries) }, entries) : null,
      project === null && idf !== null ? t('what.idf', { version: idf.replace(/^v/, '') }) : null,
      image?.chip === null || image?.chip === undefined ? null : t('what.forChip', { chip: chipById(image.chip).name }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
}
