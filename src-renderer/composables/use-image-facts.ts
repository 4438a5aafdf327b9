import { useI18n } from 'vue-i18n';
import { chipById } from '../../src-shared/chips';
import type { ImageReport } from '../../src-shared/formats/image-report';
import type { Fact } from '../components/fact';
import { useFormat } from './use-format';

/** Says what the header of an image says, whether the image is whole, and who made it. */
export function useImageFacts(): (report: ImageReport) => {
  readonly header: readonly Fact[];
  readonly proof: readonly Fact[];
  readonly description: readonly Fact[];
} {
  const { t } = useI18n();
  const format = useFormat();
  const hex = (value: number, digits = 8): string => `0x${value.toString(16).padStart(digits, '0')}`;
  const revision = (full: number): string => `${Math.floor(full / 100)}.${full % 100}`;

  function headerFacts(report: ImageReport): Fact[] {
    const { header, extended } = report;
    const chip =
      report.chip === null ? t('image.unknownChip', { id: String(report.imageChipId) }) : chipById(report.chip).name;
    const hasMax = extended !== null && extended.maxRevision !== 0 && extended.maxRevision !== 0xffff;
    return [
      { name: t('image.chip'), value: chip },
      { name: t('map.size'), value: format.bytes(report.sizeBytes) },
      { name: t('options.flashMode'), value: report.flashMode?.toUpperCase() ?? hex(header.flashMode, 2) },
      { name: t('options.flashFrequency'), value: report.flashFrequency ?? hex(header.flashFrequencyNibble, 1) },
      { name: t('options.flashSize'), value: report.flashSize ?? hex(header.flashSizeNibble, 2) },
      { name: t('image.entryPoint'), value: hex(header.entryPoint), isMono: true },
      ...(extended === null
        ? []
        : [
            {
              name: t('image.revisions'),
              value: hasMax
                ? t('image.revisionRange', { min: revision(extended.minRevision), max: revision(extended.maxRevision) })
                : t('image.revisionFrom', { min: revision(extended.minRevision) }),
            },
          ]),
    ];
  }

  function proofFacts({ checksum, crc, hash, signature }: ImageReport): Fact[] {
    const sum = (name: string, { stored, computed }: { stored: number; computed: number }, digits: number): Fact =>
      stored === computed
        ? { name, value: t('image.right'), note: hex(stored, digits), tone: 'ok' }
        : {
            name,
            value: t('image.wrong'),
            note: t('image.insteadOf', { stored: hex(stored, digits), computed: hex(computed, digits) }),
            tone: 'problem',
          };
    return [
      sum(t('image.checksum'), checksum, 2),
      ...(crc === null ? [] : [sum(t('image.crc'), crc, 8)]),
      ...(hash === null
        ? [{ name: t('image.hash'), value: t('image.none') }]
        : [
            {
              name: t('image.hash'),
              value: t(hash.isValid ? 'image.right' : 'image.wrong'),
              note: hash.stored,
              tone: hash.isValid ? ('ok' as const) : ('problem' as const),
            },
          ]),
      {
        name: t('image.signature'),
        value: signature === null ? t('image.none') : t('image.signed', { version: signature === 'v1' ? '1' : '2' }),
      },
    ];
  }

  function descriptionFacts({ application, bootloader }: ImageReport): Fact[] {
    const known = (name: string, value: string): Fact[] => (value.trim() === '' ? [] : [{ name, value }]);
    if (application !== null) {
      const { projectName, version, idfVersion, date, time, secureVersion, elfSha256 } = application;
      return [
        ...known(t('image.project'), projectName),
        ...known(t('facts.version'), version),
        ...known(t('facts.idf'), idfVersion.replace(/^v/, '')),
        ...known(t('facts.built'), `${date} ${time}`),
        { name: t('image.secureVersion'), value: format.number(secureVersion) },
        { name: t('image.elfHash'), value: elfSha256, isMono: true },
      ];
    }
    if (bootloader === null) return [];
    return [
      ...known(t('facts.idf'), bootloader.idfVersion.replace(/^v/, '')),
      ...known(t('facts.built'), bootloader.compiled),
      { name: t('facts.version'), value: format.number(bootloader.version) },
    ];
  }

  return (report) => ({
    header: headerFacts(report),
    proof: proofFacts(report),
    description: descriptionFacts(report),
  });
}
