import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { TracedJob } from '../../src-shared/ipc/contract';
import { mostTraceLinesAtOnce, traceKinds, type TraceKind } from '../../src-shared/ipc/trace-kinds';
import { call, on } from '../api/client';
import { type TraceFilter, TraceRecord } from '../composables/trace-record';
import { useNoticesStore } from './notices';
import { useRemarksStore } from './remarks';

/** What went over the wire, while somebody looks: nothing is fetched before. */
export const useTraceStore = defineStore('trace', () => {
  const notices = useNoticesStore();
  const remarks = useRemarksStore();
  const isOpen = ref(false);
  const isPaused = ref(false);
  /** The newest first. */
  const jobs = shallowRef<readonly TracedJob[]>([]);
  const jobId = ref<string | null>(null);
  const job = computed(() => jobs.value.find((each) => each.jobId === jobId.value) ?? null);
  const filter = shallowRef<TraceFilter>({ text: '', kinds: new Set(traceKinds) });
  let record = new TraceRecord(filter.value);
  const version = ref(0);
  /** Another object whenever the record, which is not reactive itself, has changed. */
  const current = computed(() => ({ record, version: version.value }));
  let isReading = false;

  function load(): void {
    on('trace.changed', receive);
  }

  async function open(): Promise<void> {
    if (isOpen.value) return;
    isOpen.value = true;
    isPaused.value = false;
    jobId.value = null;
    try {
      receive(await call('trace.watch', { watching: true }));
    } catch (error) {
      notices.report(error);
    }
  }

  async function close(): Promise<void> {
    if (!isOpen.value) return;
    isOpen.value = false;
    choose(null);
    try {
      await call('trace.watch', { watching: false });
    } catch (error) {
      notices.report(error);
    }
  }

  const toggle = (): Promise<void> => (isOpen.value ? close() : open());

  function receive(next: readonly TracedJob[]): void {
    if (!isOpen.value) return;
    const isNew = next[0] !== undefined && !jobs.value.some((each) => each.jobId === next[0]?.jobId);
    jobs.value = next;
    // What is paused is being read, even where the main process does not remember it any more.
    if (!isPaused.value && (isNew || job.value === null)) choose(next[0]?.jobId ?? null);
    void read();
  }

  function choose(next: string | null): void {
    if (next === jobId.value && next !== null) return;
    jobId.value = next;
    record = new TraceRecord(filter.value);
    version.value += 1;
    void read();
  }

  function pause(isOn: boolean): void {
    isPaused.value = isOn;
    if (!isOn && job.value === null) choose(jobs.value[0]?.jobId ?? null);
    void read();
  }

  /** Page by page until everything is here: the main process is never asked for more than the window takes. */
  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      for (;;) {
        const mine = record;
        const wanted = job.value;
        if (!isOpen.value || isPaused.value || wanted === null || mine.end >= wanted.end) return;
        const count = mostTraceLinesAtOnce;
        const page = await call('trace.read', { jobId: wanted.jobId, from: mine.end, count });
        if (mine !== record) continue;
        mine.add(page.lines, page.job.first);
        version.value += 1;
        if (page.lines.length === 0) return;
      }
    } catch (error) {
      // A job that went while it was read makes room for the next one; its successor is told about at once.
      if (job.value !== null) notices.report(error);
    } finally {
      isReading = false;
    }
  }

  function setFilter(change: Partial<TraceFilter>): void {
    filter.value = { ...filter.value, ...change };
    record.filter(filter.value);
    version.value += 1;
  }

  function toggleKind(kind: TraceKind): void {
    const kinds = new Set(filter.value.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    setFilter({ kinds });
  }

  /** Lines by number, without what must not be published; null = everything that is remembered. */
  async function copy(numbers: readonly number[] | null): Promise<void> {
    const wanted = jobId.value;
    if (wanted === null) return;
    try {
      const { text } = await call('trace.text', { jobId: wanted, numbers: numbers === null ? null : [...numbers] });
      await call('app.copyText', { text });
      remarks.say('remark.traceCopied');
    } catch (error) {
      notices.report(error);
    }
  }

  async function save(numbers: readonly number[] | null): Promise<void> {
    const wanted = jobId.value;
    if (wanted === null) return;
    try {
      const place = await call('saves.choose', { suggestedName: `trace-${job.value?.kind ?? 'job'}.txt` });
      if (place === null) return;
      await call('trace.save', {
        jobId: wanted,
        numbers: numbers === null ? null : [...numbers],
        save: place.token,
      });
      remarks.say('remark.traceSaved');
    } catch (error) {
      notices.report(error);
    }
  }

  return {
    isOpen,
    isPaused,
    jobs,
    jobId,
    job,
    filter,
    current,
    load,
    open,
    close,
    toggle,
    choose,
    pause,
    setFilter,
    toggleKind,
    copy,
    save,
  };
});
