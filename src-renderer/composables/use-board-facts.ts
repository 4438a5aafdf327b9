import { useI18n } from 'vue-i18n';
import type {
  BoardBootloader,
  BoardCard,
  BoardIdentity,
  BoardLayout,
  OtaDataView,
} from '../../src-shared/ipc/contract';
import type { Fact } from '../components/fact';
import { useAppText } from './use-app-text';
import { useFormat } from './use-format';

/** Facts that belong together, under a title. */
export interface FactGroup {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Says everything about a board: what it is, its flash, how it is locked, how it is connected. */
export function useBoardFacts(): (card: BoardCard, layout: BoardLayout | null) => readonly FactGroup[] {
  const { t } = useI18n();
  const format = useFormat();
  const appText = useAppText();
  const hexId = (id: number, digits: number): string => id.toString(16).padStart(digits, '0');

  const chipFacts = (identity: BoardIdentity): Fact[] => [
    { name: t('facts.chip'), value: identity.description },
    { name: t('facts.revision'), value: identity.revision ?? t('facts.untold') },
    { name: t('facts.features'), value: identity.features.join(', ') || t('facts.untold') },
    {
      name: t('facts.crystal'),
      value: identity.crystalMhz === null ? t('facts.untold') : t('facts.mhz', { mhz: identity.crystalMhz }),
    },
    { name: t('facts.mac'), value: identity.mac ?? t('facts.untold'), isMono: identity.mac !== null },
  ];

  function flashFacts({ flash, secureDownloadMode }: BoardIdentity): Fact[] {
    if (flash === null) {
      return [{ name: t('facts.flashPart'), value: t(secureDownloadMode ? 'facts.closed' : 'facts.untold') }];
    }
    return [
      {
        name: t('facts.flashSize'),
        value: flash.sizeBytes === null ? t('facts.untold') : format.bytes(flash.sizeBytes),
      },
      { name: t('facts.flashMaker'), value: flash.manufacturer ?? t('facts.makerUnknown') },
      {
        name: t('facts.flashId'),
        value: t('facts.flashIdValue', {
          manufacturer: hexId(flash.manufacturerId, 2),
          device: hexId(flash.deviceId, 4),
        }),
        isMono: true,
      },
    ];
  }

  function securityFacts({ secureBoot, flashEncryption, secureDownloadMode }: BoardIdentity): Fact[] {
    const state = (name: 'secureBoot' | 'flashEncryption' | 'secureDownload', isOn: boolean | null): Fact => {
      const word = isOn === null ? 'unknown' : isOn ? 'on' : 'off';
      return { name: t(`security.${name}.name`), value: t(`security.${word}`), note: t(`security.${name}.${word}`) };
    };
    return [
      state('secureBoot', secureBoot),
      state('flashEncryption', flashEncryption),
      state('secureDownload', secureDownloadMode),
    ];
  }

  function connectionFacts({ path, kind, adapter, vendorId, productId, serialNumber, identity }: BoardCard): Fact[] {
    const way =
      adapter ??
      (kind === 'virtual' ? t('board.virtual') : kind === 'network' ? t('board.network') : t('board.serial'));
    return [
      { name: t('facts.port'), value: path, isMono: true },
      { name: t('facts.adapter'), value: way },
      ...(identity?.console === undefined
        ? []
        : [{ name: t('facts.console'), value: t(`facts.consoles.${identity.console}`) }]),
      ...(vendorId === null || productId === null
        ? []
        : [{ name: t('facts.usbId'), value: `${vendorId}:${productId}`, isMono: true }]),
      ...(serialNumber === null ? [] : [{ name: t('facts.serialNumber'), value: serialNumber, isMono: true }]),
    ];
  }

  function bootloaderFacts(bootloader: BoardBootloader): Fact[] {
    const { idfVersion, built, flashMode, flashFrequency, flashSize, isIntact, isForThisChip, offset } = bootloader;
    const settings = [flashMode, flashFrequency, flashSize].filter((word) => word !== null);
    const state = isForThisChip === false ? 'otherChip' : isIntact === false ? 'broken' : 'intact';
    return [
      ...(idfVersion === null ? [] : [{ name: t('facts.idf'), value: idfVersion.replace(/^v/, '') }]),
      ...(built === null ? [] : [{ name: t('facts.built'), value: built }]),
      ...(settings.length === 0 ? [] : [{ name: t('facts.flashSettings'), value: settings.join(', ') }]),
      { name: t('map.from'), value: format.hex(offset), isMono: true },
      ...(isIntact === null
        ? []
        : [
            {
              name: t('facts.imageState'),
              value: t(`boardImage.${state}`),
              tone: state === 'intact' ? ('ok' as const) : ('problem' as const),
            },
          ]),
    ];
  }

  const otaFacts = ({ entries }: OtaDataView): Fact[] => [
    { name: t('ota.first'), value: appText.entry(entries[0]) },
    { name: t('ota.second'), value: appText.entry(entries[1]) },
  ];

  return (card, layout) => [
    ...(card.identity === null
      ? []
      : [
          { id: 'chip', title: t('facts.chipTitle'), facts: chipFacts(card.identity) },
          { id: 'security', title: t('facts.securityTitle'), facts: securityFacts(card.identity) },
          { id: 'flash', title: t('facts.flashTitle'), facts: flashFacts(card.identity) },
        ]),
    { id: 'connection', title: t('facts.connectionTitle'), facts: connectionFacts(card) },
    ...(layout === null || layout.bootloader === null
      ? []
      : [
          {
            id: 'bootloader',
            title: t(layout.bootloader.isWholeFirmware === true ? 'kind.esp8266Image' : 'facts.bootTitle'),
            facts: bootloaderFacts(layout.bootloader),
          },
        ]),
    ...(layout === null || layout.otaData === null
      ? []
      : [{ id: 'ota', title: t('facts.otaTitle'), facts: otaFacts(layout.otaData) }]),
  ];
}
