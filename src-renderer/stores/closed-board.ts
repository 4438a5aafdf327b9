import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { chipById } from '../../src-shared/chips';
import { flashSizeToBytes } from '../../src-shared/flash-parts/flash-parts';
import type { FlashSettings } from '../../src-shared/ipc/contract';
import { useBoardsStore } from './boards';

/** What a person said about a board that does not tell it. */
interface Statement {
  /** `4MB` */
  readonly flashSize: string | null;
  /** It may be written although nothing can be read back. */
  readonly acceptsUnproven: boolean;
}
const nothingSaid: Statement = { flashSize: null, acceptsUnproven: false };

/**
 * A chosen board in Secure Download Mode, and what a person said about it. Never remembered for longer than the board
 * is there: the next one at the same port is another one.
 */
export const useClosedBoardStore = defineStore('closedBoard', () => {
  const boards = useBoardsStore();
  const statements = ref<Readonly<Record<string, Statement>>>({});

  const identity = computed(() => boards.selected?.identity ?? null);
  const isClosed = computed(() => identity.value?.secureDownloadMode === true);
  const statement = computed(
    () => (isClosed.value ? statements.value[boards.selectedPath ?? ''] : null) ?? nothingSaid,
  );
  const flashSize = computed(() => statement.value.flashSize);
  const acceptsUnproven = computed(() => statement.value.acceptsUnproven);
  /** Sizes that the chip can have: the ESP8266's several names for one size are none of its own here. */
  const sizes = computed(() =>
    identity.value === null
      ? []
      : Object.keys(chipById(identity.value.chip).flashSizes).filter((size) => /^\d+[KM]B$/.test(size)),
  );
  /** As the board tells it, else as somebody said. */
  const flashSizeBytes = computed(
    () => identity.value?.flash?.sizeBytes ?? (flashSize.value === null ? null : flashSizeToBytes(flashSize.value)),
  );

  function load(): void {
    watch(
      () => boards.all.map((card) => card.path),
      (paths) => {
        statements.value = Object.fromEntries(
          Object.entries(statements.value).filter(([path]) => paths.includes(path)),
        );
      },
    );
  }

  function say(change: Partial<Statement>): void {
    const path = boards.selectedPath;
    if (path === null || !isClosed.value) return;
    statements.value = { ...statements.value, [path]: { ...statement.value, ...change } };
  }
  const sayFlashSize = (size: string | null): void => say({ flashSize: size });
  const acceptUnproven = (accepts: boolean): void => say({ acceptsUnproven: accepts });

  /** The settings of a write with what was said about this board. */
  function settingsFor(settings: FlashSettings): FlashSettings {
    if (!isClosed.value) return settings;
    return {
      ...settings,
      ...(flashSize.value === null ? {} : { statedSize: flashSize.value }),
      acceptUnproven: acceptsUnproven.value,
    };
  }

  return {
    isClosed,
    flashSize,
    acceptsUnproven,
    sizes,
    flashSizeBytes,
    load,
    sayFlashSize,
    acceptUnproven,
    settingsFor,
  };
});
