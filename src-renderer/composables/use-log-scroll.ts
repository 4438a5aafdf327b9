import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue';

/** What scrolling needs to know of the rows. */
interface ScrolledRows {
  readonly total: number;
  readonly gone: number;
  readonly generation: number;
  readonly row: (number: number) => { readonly lineId: number } | null;
  readonly rowOfLine: (lineId: number) => number;
}

interface LogScroll {
  /** The first row in sight. */
  readonly topRow: Ref<number>;
  readonly visibleRows: ComputedRef<number>;
  /** Height of what stands for the rows that are not in sight. */
  readonly spacerPx: ComputedRef<number>;
  /** True where rows have come below since the end was left. */
  readonly hasNews: ComputedRef<boolean>;
  readonly goTo: (row: number) => void;
  readonly goToLine: (lineId: number) => void;
  readonly onScroll: () => void;
  readonly onWheel: (event: WheelEvent) => void;
}

export const rowPx = 20;
/** Browsers draw no element of any height: beyond this the scroll bar stands for more than its pixels. */
const tallestPx = 8_000_000;

/**
 * Scrolls by rows through a list of which only the rows in sight are drawn. At the end it stays at the end, whatever
 * comes; elsewhere it stays at the same line, whatever comes or goes in front of it.
 */
export function useLogScroll(
  box: Readonly<Ref<HTMLElement | null>>,
  height: Readonly<Ref<number>>,
  /** Another object whenever the rows may have changed. */
  source: () => ScrolledRows,
  isFollowing: Ref<boolean>,
): LogScroll {
  const topRow = ref(0);
  const total = computed(() => source().total);
  const visibleRows = computed(() => Math.max(1, Math.floor(height.value / rowPx)));
  const lastTop = computed(() => Math.max(0, total.value - visibleRows.value));
  const spacerPx = computed(() => Math.max(0, Math.min(tallestPx, total.value * rowPx) - height.value));

  /** The line at the top and the counts by which its row is found again. */
  let anchor = { lineId: 0, gone: 0, generation: 0 };
  let rowsWhenLeft = 0;
  const hasNews = computed(() => !isFollowing.value && total.value + source().gone > rowsWhenLeft);

  /** Where the bar was put by us: the scroll event that follows says nothing new. */
  let placedAt = -1;
  /** How high the box was then: another height moves the bar by itself, and `settle` puts it back. */
  let placedHeightPx = 0;
  function place(row: number): void {
    topRow.value = Math.min(lastTop.value, Math.max(0, Math.round(row)));
    const { gone, generation } = source();
    anchor = { lineId: source().row(topRow.value)?.lineId ?? 0, gone, generation };
    void nextTick(() => {
      if (box.value === null) return;
      box.value.scrollTop = lastTop.value === 0 ? 0 : (topRow.value / lastTop.value) * spacerPx.value;
      placedAt = box.value.scrollTop;
      placedHeightPx = box.value.clientHeight;
    });
  }

  function goTo(row: number): void {
    const isAtEnd = Math.round(row) >= lastTop.value;
    if (!isAtEnd && isFollowing.value) rowsWhenLeft = total.value + source().gone;
    isFollowing.value = isAtEnd;
    place(row);
  }

  function goToLine(lineId: number): void {
    goTo(source().rowOfLine(lineId) - Math.floor(visibleRows.value / 3));
  }

  function onScroll(): void {
    if (box.value === null || Math.abs(box.value.scrollTop - placedAt) < 1) return;
    if (box.value.clientHeight !== placedHeightPx) return;
    placedAt = -1;
    const part = spacerPx.value === 0 ? 0 : box.value.scrollTop / spacerPx.value;
    const row = Math.round(part * lastTop.value);
    if (row !== topRow.value) goTo(row);
  }

  /** What a wheel or a finger moved by less than a row. */
  let restPx = 0;
  function onWheel(event: WheelEvent): void {
    if (event.ctrlKey || lastTop.value === 0) return;
    event.preventDefault();
    const moved = restPx + (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowPx : event.deltaY);
    const rows = Math.trunc(moved / rowPx);
    restPx = moved - rows * rowPx;
    if (rows !== 0) goTo(topRow.value + rows);
  }

  function settle(): void {
    if (isFollowing.value) {
      place(lastTop.value);
      return;
    }
    const { gone, generation } = source();
    if (generation !== anchor.generation) place(source().rowOfLine(anchor.lineId));
    else place(topRow.value - (gone - anchor.gone));
  }
  watch([source, height, isFollowing], settle, { flush: 'sync' });

  return { topRow, visibleRows, spacerPx, hasNews, goTo, goToLine, onScroll, onWheel };
}
