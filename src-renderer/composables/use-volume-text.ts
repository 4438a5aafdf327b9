import { useI18n } from 'vue-i18n';
import type { LayoutName } from '../../src-shared/formats/filesystems/file-volume';
import type { VolumeView } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';

/** Words for what was found in a partition with files. */
export interface VolumeText {
  /** Why there is nothing to list; null where there is something. */
  emptiness(volume: VolumeView): string | null;
  /** In one line: what there is, or why there is nothing. */
  summary(volume: VolumeView): string;
  /** Names and values of how it is laid out. */
  layout(volume: Extract<VolumeView, { readonly state: 'readable' }>): readonly {
    readonly name: string;
    readonly value: string;
  }[];
}

/** Numbers of bytes. */
const sizes: readonly LayoutName[] = ['blockSize', 'pageSize', 'sectorSize', 'clusterSize', 'metaLength'];

/** Turns what is in a partition with files into words. */
export function useVolumeText(): VolumeText {
  const { t } = useI18n();
  const format = useFormat();

  function emptiness(volume: VolumeView): string | null {
    switch (volume.state) {
      case 'readable':
        return volume.entries.length === 0 ? t('volume.state.none') : null;
      case 'blank':
      case 'encrypted':
        return t(`volume.state.${volume.state}`);
      case 'foreign':
        return volume.marks === null
          ? t('volume.state.foreign')
          : t('volume.state.broken', { kind: t(`volume.kinds.${volume.marks}`) });
    }
  }

  return {
    emptiness,
    summary(volume) {
      const why = emptiness(volume);
      if (why !== null || volume.state !== 'readable') return why ?? '';
      const count = volume.entries.filter(({ kind }) => kind === 'file').length;
      const files = t('volume.count', { count: format.number(count) }, count);
      return `${t(`volume.kinds.${volume.kind}`)}: ${files}`;
    },
    layout: ({ layout }) =>
      layout.map(({ name, value }) => ({
        name: t(`volume.layout.${name}`),
        value: sizes.includes(name) && /^\d+$/.test(value) ? format.bytes(Number(value)) : value,
      })),
  };
}
