import { useI18n } from 'vue-i18n';
import type { LayoutName } from '../../src-shared/formats/filesystems/file-volume';
import type { VolumeChange, VolumeView } from '../../src-shared/ipc/contract';
import { useFormat } from './use-format';
import { visibleName } from './volume-rows';

/** Words for what was found in a partition with files. */
export interface VolumeText {
  /** Why there is nothing to list; null where there is something. */
  emptiness(volume: VolumeView): string | null;
  /** In one line: what there is, or why there is nothing. */
  summary(volume: VolumeView): string;
  /** One change: `/a.txt is removed`. */
  change(change: VolumeChange): string;
  /** How many there are of each kind, in one line. */
  changes(changes: readonly VolumeChange[]): string;
  /** Names and values of how it is laid out. */
  layout(volume: Extract<VolumeView, { readonly state: 'readable' }>): readonly {
    readonly name: string;
    readonly value: string;
  }[];
}

/** Numbers of bytes. */
const sizes: readonly LayoutName[] = ['blockSize', 'pageSize', 'sectorSize', 'clusterSize', 'metaLength'];

const kinds = ['added', 'replaced', 'renamed', 'removed'] as const satisfies readonly VolumeChange['kind'][];

/** Turns what is in a partition with files into words. */
export function useVolumeText(): VolumeText {
  const { t, locale } = useI18n();
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
    change({ kind, path, to, fileCount }) {
      const names = { name: visibleName(path), to: visibleName(to ?? ''), count: format.number(fileCount) };
      if (kind === 'removed' && fileCount !== 1) return t('volume.change.removedFolder', names, fileCount);
      return t(`volume.change.${kind}`, names);
    },
    changes(changes) {
      const parts = kinds.flatMap((kind) => {
        const count = changes
          .filter((each) => each.kind === kind)
          .reduce((sum, { fileCount }) => sum + Math.max(1, fileCount), 0);
        return count === 0 ? [] : [t(`volume.countOf.${kind}`, { count: format.number(count) }, count)];
      });
      return new Intl.ListFormat(locale.value, { type: 'unit', style: 'short' }).format(parts);
    },
    layout: ({ layout }) =>
      layout.map(({ name, value }) => ({
        name: t(`volume.layout.${name}`),
        value: sizes.includes(name) && /^\d+$/.test(value) ? format.bytes(Number(value)) : value,
      })),
  };
}
