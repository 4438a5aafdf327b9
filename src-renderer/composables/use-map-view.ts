import { computed, type ComputedRef, type Ref, ref, watch } from 'vue';
import type { FlashMapScale, Span } from './flash-map-scale';
import { fitView, isFit, type MapView, panView, viewOn, viewWith, zoomView } from './flash-map-view';

/** A pointer that moves less than this clicks. */
const dragPx = 4;
/** So far does the wheel turn until everything is half as large or twice as large. */
const wheelPx = 150;

interface Bar {
  /** As long as the bars are, at their place. */
  readonly element: Readonly<Ref<HTMLElement | null>>;
  readonly widthPx: Readonly<Ref<number>>;
  readonly totalBytes: ComputedRef<number>;
  readonly scale: () => FlashMapScale;
}

/** The part of the flash map that is in sight, and every way to choose another one. */
export interface MapSight {
  readonly view: Ref<MapView>;
  readonly isAll: ComputedRef<boolean>;
  /** Below 1: closer. `around` is brought to the middle; without it the middle stays. */
  readonly zoom: (factor: number, around?: number) => void;
  readonly fit: () => void;
  readonly lookAt: (span: Span) => void;
  /** Moves no further than it takes to see the span. */
  readonly bringIn: (span: Span) => void;
  readonly onWheel: (event: WheelEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerEnd: () => void;
}

export function useMapView({ element, widthPx, totalBytes, scale }: Bar): MapSight {
  const view = ref<MapView>(fitView(totalBytes.value));
  const isAll = computed(() => isFit(view.value, totalBytes.value));
  watch(totalBytes, (total, before) => {
    view.value = isFit(view.value, before) ? fitView(total) : panView(view.value, total, 0);
  });

  const isMirrored = (): boolean => element.value !== null && getComputedStyle(element.value).direction === 'rtl';
  function placeAt(clientX: number): number {
    const box = element.value?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0.5;
    const place = (clientX - box.left) / box.width;
    return isMirrored() ? 1 - place : place;
  }
  function panByPx(px: number): void {
    const bytes = (px / Math.max(1, widthPx.value)) * (view.value.to - view.value.from);
    view.value = panView(view.value, totalBytes.value, isMirrored() ? -bytes : bytes);
  }

  /** Ctrl and the wheel, or two fingers apart: closer. Sideways or with Shift: along. The wheel alone scrolls the page. */
  function onWheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const place = placeAt(event.clientX);
      const factor = 2 ** Math.max(-1, Math.min(1, event.deltaY / wheelPx));
      view.value = zoomView(view.value, totalBytes.value, factor, scale().offsetAt(place), place);
      return;
    }
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!isSideways || isAll.value) return;
    event.preventDefault();
    panByPx(event.deltaX === 0 ? event.deltaY : event.deltaX);
  }

  /** Where the pointer was last while it is down. */
  let lastX: number | null = null;
  let isDragging = false;
  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || isAll.value) return;
    lastX = event.clientX;
    isDragging = false;
  }
  function onPointerMove(event: PointerEvent): void {
    if (lastX === null) return;
    const px = event.clientX - lastX;
    if (!isDragging && Math.abs(px) < dragPx) return;
    if (!isDragging && event.currentTarget instanceof HTMLElement)
      event.currentTarget.setPointerCapture(event.pointerId);
    isDragging = true;
    lastX = event.clientX;
    panByPx(-px);
  }
  function onPointerEnd(): void {
    lastX = null;
  }

  return {
    view,
    isAll,
    zoom: (factor, around) => {
      const place = around === undefined ? undefined : 0.5;
      view.value = zoomView(view.value, totalBytes.value, factor, around, place);
    },
    fit: () => void (view.value = fitView(totalBytes.value)),
    lookAt: (span) => void (view.value = viewOn(span, totalBytes.value)),
    bringIn: (span) => void (view.value = viewWith(view.value, span, totalBytes.value)),
    onWheel,
    onPointerDown,
    onPointerMove,
    onPointerEnd,
  };
}
