import { useI18n } from 'vue-i18n';
import type { MapItem, MapLane, MapProgress, MapSpan } from './map-item';
import type {
  BoardEffect,
  BoardLayout,
  FlashRange,
  KeptPlace,
  MapRegion,
  PlanView,
  RegionProgress,
} from '../../src-shared/ipc/contract';
import { boardItems } from './board-items';
import { useEffectText, toneOf } from './use-effect-text';
import { useFormat } from './use-format';

/** Smallest unit that flash erases. */
const sectorSize = 0x1000;

/** What the two bars of the Flash page are made from. */
export interface LanesInput {
  readonly plan: PlanView;
  /** Null while nobody has looked. */
  readonly layout: BoardLayout | null;
  readonly flashSizeBytes: number | null;
  /** Rows about which something must be mended. */
  readonly problemRows: readonly number[];
  /** Sectors that are not what the files say, after a comparison. */
  readonly differing: readonly FlashRange[];
  /** Null while nothing is written; afterwards as the job left it. */
  readonly writing: Writing | null;
}

export interface Writing {
  readonly regions: readonly RegionProgress[];
  readonly isFlashErased: boolean;
  /** How it ended; null while it runs. */
  readonly end: 'verified' | 'written' | null;
}

const endOf = ({ offset, sizeBytes }: MapSpan): number => offset + sizeBytes;
const overlaps = (a: MapSpan, b: MapSpan): boolean => a.offset < endOf(b) && endOf(a) > b.offset;

/** What is on the board beside what will be written. */
export function useFlashLanes(): (input: LanesInput) => readonly MapLane[] {
  const { t } = useI18n();
  const format = useFormat();
  const effectText = useEffectText();

  function progressOf(region: MapRegion, writing: Writing | null): MapProgress | null {
    if (writing === null) return null;
    if (writing.end !== null) return { part: 1, state: writing.end };
    const now = writing.regions.find(({ offset }) => offset === region.offset);
    if (now === undefined) return { part: 0, state: 'waiting' };
    return { part: now.sizeBytes === 0 ? 1 : Math.min(1, now.doneBytes / now.sizeBytes), state: now.state };
  }

  /** What the write of a region does besides, by the sectors that it touches. */
  function marginNotes(region: MapRegion): string[] {
    const before = region.offset - (region.offset % sectorSize);
    const after = Math.ceil(endOf(region) / sectorSize) * sectorSize;
    return [
      ...(before < region.offset ? [t('map.note.erasesBefore', { from: format.hex(before) })] : []),
      ...(after > endOf(region) ? [t('map.note.erasesAfter', { to: format.hex(after - 1) })] : []),
    ];
  }

  function writeItem(region: MapRegion, input: LanesInput): MapItem {
    const { plan, differing, problemRows, writing } = input;
    const effects = (plan.effects?.items ?? []).filter((effect) => effect.row !== null && overlaps(effect, region));
    const slot = plan.layout.find((each) => each.offset <= region.offset && endOf(each) >= endOf(region));
    const over = plan.writes.filter((other) => other !== region && overlaps(other, region));
    const sectors = differing.filter((sector) => overlaps(sector, region)).length;
    const notes = [
      ...over.map((other) =>
        t('map.note.overlaps', {
          name: other.name,
          from: format.hex(Math.max(other.offset, region.offset)),
          to: format.hex(Math.min(endOf(other), endOf(region)) - 1),
        }),
      ),
      ...(sectors === 0 ? [] : [t('map.note.differing', { count: format.number(sectors) }, sectors)]),
      ...effects.map(effectText.sentence),
      ...(slot?.kind !== 'app'
        ? []
        : [
            t('map.note.fills', {
              percent: format.percent(region.sizeBytes / Math.max(1, slot.sizeBytes)),
              partition: slot.name,
            }),
          ]),
      ...marginNotes(region),
    ];
    const hasProblem = region.row !== null && problemRows.includes(region.row);
    return {
      ...region,
      name: region.part ?? region.name,
      what: t(`kind.${region.kind}`),
      look: 'solid',
      detail:
        region.part === undefined ? null : t('map.fromFile', { name: region.name.replace(` (${region.part})`, '') }),
      notes,
      isTrouble: hasProblem || over.length > 0 || effects.some((effect) => toneOf(effect) === 'loses'),
      progress: progressOf(region, writing),
    };
  }

  function keptItem(place: KeptPlace): MapItem {
    return {
      ...place,
      what: t(`kind.${place.kind}`),
      look: 'kept',
      detail: null,
      notes: [t(place.isWithheld ? 'map.note.withheld' : 'map.note.kept')],
      isTrouble: false,
      progress: null,
    };
  }

  function writeLane(input: LanesInput): MapLane {
    const { plan, differing, writing } = input;
    const kept = plan.kept ?? [];
    const unfilled = plan.layout.filter((slot) => ![...plan.writes, ...kept].some((each) => overlaps(each, slot)));
    const items = [
      ...plan.writes.map((region) => writeItem(region, input)),
      ...kept.map(keptItem),
      ...unfilled.map((slot): MapItem => ({
        ...slot,
        what: t(`kind.${slot.kind}`),
        look: 'empty',
        detail: null,
        notes: [t('map.note.unfilled')],
        isTrouble: false,
        progress: null,
      })),
    ];
    return {
      label: t(writing?.end == null ? 'map.writes' : 'map.written'),
      isQuiet: false,
      items: items.sort((a, b) => a.offset - b.offset),
      backdrop: plan.layout.filter((slot) => !unfilled.includes(slot)),
      marks: joined(differing),
      gone: [],
    };
  }

  function boardLane({ layout, plan, flashSizeBytes, writing }: LanesInput): MapLane {
    const effects = plan.effects?.basis === 'board' ? plan.effects.items : [];
    const effectAt = (offset: number): BoardEffect | undefined => effects.find((effect) => effect.offset === offset);
    const items =
      layout === null
        ? []
        : boardItems(layout, flashSizeBytes, t).map((item): MapItem => {
            const effect = effectAt(item.offset);
            if (effect === undefined || item.look === 'free' || writing?.end != null) return item;
            return { ...item, notes: [effectText.sentence(effect)], isTrouble: toneOf(effect) === 'loses' };
          });
    return {
      label: t('map.board'),
      isQuiet: true,
      items,
      backdrop: [],
      marks: [],
      gone: writing === null || writing.end !== null ? [] : goneSoFar(writing, flashSizeBytes),
    };
  }

  return (input) => [boardLane(input), writeLane(input)];
}

/** What is not there any more: everything, where everything was erased, else what was written over. */
function goneSoFar({ regions, isFlashErased }: Writing, flashSizeBytes: number | null): readonly MapSpan[] {
  if (isFlashErased && flashSizeBytes !== null) return [{ offset: 0, sizeBytes: flashSizeBytes }];
  return regions
    .filter(({ doneBytes }) => doneBytes > 0)
    .map(({ offset, doneBytes }) => ({ offset, sizeBytes: doneBytes }));
}

/** Sectors that touch are one span. */
function joined(spans: readonly MapSpan[]): readonly MapSpan[] {
  const result: MapSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.offset - b.offset)) {
    const last = result.at(-1);
    if (last === undefined || endOf(last) < span.offset)
      result.push({ offset: span.offset, sizeBytes: span.sizeBytes });
    else result.splice(-1, 1, { ...last, sizeBytes: Math.max(endOf(last), endOf(span)) - last.offset });
  }
  return result;
}
