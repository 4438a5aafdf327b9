import { useI18n } from 'vue-i18n';
import type { BoardLayout, MapRegion } from '../../src-shared/ipc/contract';
import { boardItems } from './board-items';
import type { MapItem, MapLane } from './map-item';

/** What the bars of a page are made from that deals with spans of flash. */
export interface SpanLanesInput {
  /** What happens to the spans: `Will be read`. */
  readonly label: string;
  readonly spans: readonly Omit<MapRegion, 'row'>[];
  /** Null while nobody has looked. */
  readonly layout: BoardLayout | null;
  readonly flashSizeBytes: number | null;
  /** The board keeps its place also while nothing is known about it. */
  readonly keepsBoard?: boolean;
  /** From 0 to 1; null while nothing runs. */
  readonly progress: number | null;
}

/** What is on the board, as far as it is known, beside spans of it. */
export function useSpanLanes(): (input: SpanLanesInput) => readonly MapLane[] {
  const { t } = useI18n();
  return ({ label, spans, layout, flashSizeBytes, progress, keepsBoard }) => {
    const board = layout === null ? [] : boardItems(layout, flashSizeBytes, t);
    const chosen = spans.map((span) => itemOf(span, t(`kind.${span.kind}`), progress));
    chosen.sort((a, b) => a.offset - b.offset);
    const plain = { backdrop: [], marks: [], gone: [] };
    return [
      ...(board.length === 0 && keepsBoard !== true
        ? []
        : [{ ...plain, label: t('map.board'), isQuiet: true, items: board }]),
      { ...plain, label, isQuiet: false, items: chosen },
    ];
  };
}

function itemOf(span: Omit<MapRegion, 'row'>, what: string, progress: number | null): MapItem {
  return {
    ...span,
    row: null,
    what,
    look: 'solid',
    detail: null,
    notes: [],
    isTrouble: false,
    progress: progress === null ? null : { part: progress, state: 'waiting' },
  };
}
