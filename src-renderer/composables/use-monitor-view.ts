import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { lineTime, type TimeStyle } from '../../src-shared/monitor/line-times';
import { logLevels } from '../../src-shared/monitor/log-level';
import type { FilterProblem } from '../components/filter-problem';
import type { LevelChoice } from '../components/level-choice';
import type { LineRange, LogSource } from '../components/log-row';
import { LineSearch, matcherFor } from './line-search';
import { hexSource, textSource, type LogDress } from './log-source';
import type { SessionLine } from './monitor-lines';
import { MonitorRows, type RowRules } from './monitor-rows';
import { PatternJudge } from './pattern-judge';
import type { SessionRecord } from './session-record';
import { useSessionText } from './use-session-text';

/** How a person looks at a session: what is shown of it, what is searched for, what is marked. */
export interface MonitorView {
  readonly filter: Ref<string>;
  readonly isRegex: Ref<boolean>;
  readonly level: Ref<LevelChoice>;
  /** It is no expression, or one that takes too long: then nothing is filtered. */
  readonly filterProblem: ComputedRef<FilterProblem | null>;
  readonly isFiltered: ComputedRef<boolean>;
  readonly search: Ref<string>;
  readonly foundCount: ComputedRef<number>;
  readonly position: ComputedRef<number | null>;
  readonly isPaused: Ref<boolean>;
  readonly isHex: Ref<boolean>;
  readonly isFollowing: Ref<boolean>;
  readonly columns: Ref<number>;
  readonly selected: ShallowRef<LineRange | null>;
  readonly source: ComputedRef<LogSource>;
  /** The next line in which the search is found, which becomes the one it stands at; null where there is none. */
  readonly step: (direction: 1 | -1) => number | null;
  /** What is marked, else everything that is shown. */
  readonly text: () => string;
}

/** What is drawn at one moment. */
interface Shown {
  readonly text: LogSource;
  readonly hex: LogSource;
  readonly foundCount: number;
  readonly position: number | null;
}

/** `version` changes whenever `record` has. */
export function useMonitorView(record: SessionRecord, version: () => number, times: () => TimeStyle): MonitorView {
  const { locale } = useI18n();
  const textOf = useSessionText();
  const filter = ref('');
  const isRegex = ref(false);
  const level = ref<LevelChoice>('all');
  const search = ref('');
  const isPaused = ref(false);
  const isHex = ref(false);
  const isFollowing = ref(true);
  const columns = ref(80);
  const selected = shallowRef<LineRange | null>(null);
  const hereId = ref<number | null>(null);
  /** Where the hex view ends while it is paused. */
  let pausedAt: number | null = null;

  const filterMatcher = computed(() => matcherFor({ text: filter.value, isRegex: isRegex.value }));
  const isFilterSlow = ref(false);
  const filterProblem = computed(() => {
    if (filterMatcher.value === 'invalid') return 'invalid';
    return isFilterSlow.value ? 'slow' : null;
  });
  const isFiltered = computed(
    () => level.value !== 'all' || (filterMatcher.value !== null && filterProblem.value === null),
  );
  /** For an expression of the person's own; words are looked for at once. */
  let judge: PatternJudge | null = null;
  function judgeAnew(): void {
    judge?.end();
    judge = null;
    isFilterSlow.value = false;
    if (!isRegex.value || filterMatcher.value === null || filterMatcher.value === 'invalid') return;
    let isFresh = true;
    judge = new PatternJudge({
      pattern: filter.value,
      textOf,
      // Until then what was shown stays, so that nothing flickers while somebody types.
      onJudged() {
        if (isFresh) makeRows();
        else takeUp();
        isFresh = false;
      },
      onTooSlow() {
        judge = null;
        isFilterSlow.value = true;
        makeRows();
      },
    });
    judge.follow(record.lines);
  }
  onScopeDispose(() => judge?.end());

  function rules(): RowRules {
    const matcher = filterMatcher.value;
    const least = level.value === 'all' ? null : logLevels.indexOf(level.value);
    const shows = (line: SessionLine): boolean => {
      // What happened to the session belongs to every level; what a line does not say, to none.
      if (least !== null && line.origin === 'board') {
        if (line.level === null || logLevels.indexOf(line.level) > least) return false;
      }
      if (matcher === null || filterProblem.value !== null || matcher === 'invalid') return true;
      return judge === null ? matcher.test(textOf(line)) : judge.isFound(line);
    };
    return { columns: columns.value, shows, isJudged: (line) => judge?.knows(line) !== false, textOf };
  }

  const rows = new MonitorRows(rules());
  const finder = shallowRef<LineSearch | null>(null);

  function takeUp(): void {
    rows.update(record.lines);
    finder.value?.update(rows.completed);
    shown.value = current();
  }
  function follow(): void {
    if (isPaused.value) return;
    judge?.follow(record.lines);
    takeUp();
  }
  function makeRows(): void {
    rows.rebuild(record.lines, rules());
    find();
  }
  function rebuild(): void {
    judgeAnew();
    if (judge === null) makeRows();
  }
  function find(): void {
    const matcher = matcherFor({ text: search.value, isRegex: false });
    finder.value = matcher === null || matcher === 'invalid' ? null : new LineSearch(matcher, textOf);
    finder.value?.update(rows.completed);
    hereId.value = null;
    shown.value = current();
  }
  watch(version, follow, { flush: 'sync' });
  watch([level, columns], makeRows, { flush: 'sync' });
  watch([filterMatcher, locale], rebuild, { flush: 'sync' });
  watch(search, find, { flush: 'sync' });
  watch(isPaused, (isOn) => {
    pausedAt = isOn ? record.bytes.total : null;
    follow();
  });
  rows.update(record.lines);

  const dress = (): LogDress => ({
    times: times(),
    startedMs: record.startedMs ?? 0,
    matcher: finder.value?.matcher ?? null,
    selected: selected.value,
    hereId: hereId.value,
    textOf,
  });
  /** Made anew after every change: the rows themselves are not reactive. */
  const shown = shallowRef(current());
  function current(): Shown {
    return {
      text: textSource(rows, dress),
      hex: hexSource(record.bytes, pausedAt ?? record.bytes.total),
      foundCount: finder.value?.count ?? 0,
      position: hereId.value === null ? null : (finder.value?.positionOf(hereId.value) ?? null),
    };
  }

  return {
    filter,
    isRegex,
    level,
    filterProblem,
    isFiltered,
    search,
    foundCount: computed(() => shown.value.foundCount),
    position: computed(() => shown.value.position),
    isPaused,
    isHex,
    isFollowing,
    columns,
    selected,
    source: computed(() => (isHex.value ? shown.value.hex : shown.value.text)),
    step(direction) {
      const from = hereId.value ?? (direction === 1 ? 0 : Infinity);
      hereId.value = finder.value?.next(from, direction) ?? null;
      shown.value = current();
      return hereId.value;
    },
    text() {
      const { from, to } = selected.value ?? { from: 0, to: Infinity };
      const style = times();
      const lines = [...rows.completed, ...(rows.unfinished === null ? [] : [rows.unfinished])];
      return lines
        .filter(({ id }) => id >= from && id <= to)
        .map((line) => {
          const time = style === 'off' ? '' : `${lineTime(line.atMs, record.startedMs ?? 0, style)}  `;
          return `${time}${textOf(line)}\n`;
        })
        .join('');
    },
  };
}
