import { useElementSize } from '@vueuse/core';
import { computed, type ComputedRef, type MaybeRefOrGetter, nextTick, ref, type Ref, toValue, watch } from 'vue';

/** A list box of any length, of which only the rows in sight are drawn. */
export interface VirtualListbox<T> {
  readonly drawn: ComputedRef<readonly { readonly row: T; readonly place: number }[]>;
  readonly tallPx: ComputedRef<number>;
  /** Element id of the chosen row; undefined while it is not drawn, and nothing can point at it. */
  readonly activeId: ComputedRef<string | undefined>;
  readonly rowId: (place: number) => string;
  /** Scrolls to the chosen row, else to the first: for rows that have become others. */
  readonly showChosen: () => void;
  readonly onScroll: () => void;
  /** Arrows, Page Up and Down, Home and End choose. */
  readonly onKey: (event: KeyboardEvent) => void;
}

/** What the list box shows. */
export interface VirtualListboxParts<T> {
  readonly box: Readonly<Ref<HTMLElement | null>>;
  readonly rows: () => readonly T[];
  /** Place of the chosen row; -1 without one. */
  readonly chosen: () => number;
  /** Of one row; may follow the width of the box. */
  readonly rowPx: MaybeRefOrGetter<number>;
  readonly id: string;
  readonly choose: (row: T) => void;
}

/** Drawn beyond what is in sight, so that a quick scroll shows no gap. */
const extraRows = 4;

/** Keeps such a list box. The box needs a height of its own, the rows one of `rowPx`. */
export function useVirtualListbox<T>(parts: VirtualListboxParts<T>): VirtualListbox<T> {
  const { box, rows, chosen, id, choose } = parts;
  const rowPx = computed(() => toValue(parts.rowPx));
  const { height } = useElementSize(box);
  const scrollTop = ref(0);
  const first = computed(() => Math.max(0, Math.floor(scrollTop.value / rowPx.value) - extraRows));
  const drawn = computed(() => {
    const count = Math.ceil(height.value / rowPx.value) + 2 * extraRows;
    return rows()
      .slice(first.value, first.value + count)
      .map((row, at) => ({ row, place: first.value + at }));
  });
  const rowId = (place: number): string => `${id}-${place}`;

  function keepInSight(place: number): void {
    void nextTick(() => {
      if (box.value === null || place < 0) return;
      const top = place * rowPx.value;
      const lowest = top + rowPx.value - height.value;
      box.value.scrollTop = Math.min(top, Math.max(lowest, box.value.scrollTop));
    });
  }
  watch(chosen, keepInSight);

  return {
    drawn,
    rowId,
    tallPx: computed(() => rows().length * rowPx.value),
    activeId: computed(() => (drawn.value.some(({ place }) => place === chosen()) ? rowId(chosen()) : undefined)),
    showChosen: () => keepInSight(Math.max(0, chosen())),
    onScroll() {
      scrollTop.value = box.value?.scrollTop ?? 0;
    },
    onKey(event) {
      const last = rows().length - 1;
      const page = Math.max(1, Math.floor(height.value / rowPx.value) - 1);
      const from = chosen();
      const to = {
        ArrowDown: from + 1,
        ArrowUp: from < 0 ? last : from - 1,
        PageDown: from + page,
        PageUp: from - page,
        Home: 0,
        End: last,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const row = rows()[Math.min(last, Math.max(0, to))];
      if (row !== undefined) choose(row);
    },
  };
}
