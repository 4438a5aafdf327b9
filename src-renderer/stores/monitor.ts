import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef, watch } from 'vue';
import { toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type {
  CodePlaces,
  MonitorData,
  MonitorSaveFormat,
  MonitorSettings,
  MonitorState,
} from '../../src-shared/ipc/contract';
import type { Finding } from '../../src-shared/monitor/findings/finding';
import { call, on } from '../api/client';
import { eventOfChange, SessionRecord } from '../composables/session-record';
import { useBoardsStore } from './boards';
import { useNoticesStore } from './notices';
import { useSettingsStore } from './settings';

/** Lines that were sent, for the arrow keys. */
const mostHistory = 100;
/** One look at a program serves all notes that came at about the same time. */
const locateAfterMs = 150;

const closed: MonitorState = {
  status: 'closed',
  path: null,
  baudRate: null,
  canReset: false,
  heldBy: null,
  error: null,
  recording: null,
  programs: [],
};

/** What `monitor.save` answered, to be told. */
export interface SavedSession {
  readonly name: string;
  readonly sizeBytes: number;
  readonly lostBytes: number;
}

/** The board that is listened to, whatever page is shown. */
export const useMonitorStore = defineStore('monitor', () => {
  const boards = useBoardsStore();
  const settings = useSettingsStore();
  const notices = useNoticesStore();
  const state = shallowRef<MonitorState>(closed);
  const record = markRaw(new SessionRecord());
  /** Counts up whenever `record` has changed. */
  const version = ref(0);
  const findings = shallowRef<readonly Finding[]>([]);
  const isNoise = ref(false);
  /** Where in the program, by number of the finding. */
  const places = shallowRef<ReadonlyMap<number, CodePlaces>>(new Map());
  const history = shallowRef<readonly string[]>([]);
  const saved = shallowRef<SavedSession | null>(null);
  /** Why the last attempt to open the port failed; shown in its place, not as a message. */
  const openError = shallowRef<AppErrorData | null>(null);
  let lastPath: string | null = null;
  const isOpen = computed(() => state.value.status === 'open');
  const isRunning = computed(() => state.value.status !== 'closed');
  const options = computed(() => settings.current.monitor);

  async function load(): Promise<void> {
    on('monitor.data', takeData);
    on('monitor.state', takeState);
    on('monitor.rejected', (rejected) => {
      for (const { error } of rejected) notices.add(error);
    });
    // Another board is another conversation.
    watch(
      () => boards.selectedPath,
      () => {
        openError.value = null;
        if (isRunning.value && state.value.path !== boards.selectedPath) void close();
      },
    );
    watch([findings, () => state.value.programs], scheduleLocate);
    try {
      state.value = await call('monitor.state');
    } catch (error) {
      notices.report(error);
    }
  }

  function takeData(data: MonitorData): void {
    record.take(data);
    changed();
    // What is shown is shown: the next one may come.
    void call('monitor.taken', { sequence: data.sequence }).catch(() => undefined);
  }

  function takeState(next: MonitorState): void {
    const event = eventOfChange(state.value, next);
    state.value = next;
    if (event === null) return;
    record.note(event, Date.now());
    changed();
  }

  function changed(): void {
    version.value += 1;
    findings.value = record.findings;
    isNoise.value = record.looksLikeNoise;
  }

  /** `bootText`: begin with what the job heard that has just written the board. */
  async function open(more: { readonly bootText?: boolean; readonly reset?: boolean } = {}): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    const { baudRate, lines, resetOnOpen } = options.value;
    openError.value = null;
    // What another board said explains nothing about this one.
    if (lastPath !== null && lastPath !== path) await clear();
    lastPath = path;
    try {
      const { bootText = false, reset = resetOnOpen } = more;
      takeState(await call('monitor.open', { path, baudRate, lines, reset, bootText }));
    } catch (error) {
      openError.value = toAppError(error).toData();
    }
  }

  const close = (): Promise<boolean> => attempt(() => call('monitor.close'));

  async function setRate(baudRate: MonitorSettings['baudRate']): Promise<void> {
    await update({ baudRate });
    if (isRunning.value) await attempt(() => call('monitor.setRate', { baudRate }));
  }

  async function setLines(lines: MonitorSettings['lines']): Promise<void> {
    await update({ lines });
    if (isRunning.value) await attempt(() => call('monitor.setLines', { lines }));
  }

  async function update(change: Partial<MonitorSettings>): Promise<void> {
    await settings.update({ monitor: { ...options.value, ...change } });
  }

  async function reset(into: 'app' | 'downloadMode'): Promise<void> {
    record.note({ kind: into === 'app' ? 'restarted' : 'downloadMode' }, Date.now());
    changed();
    await attempt(() => call('monitor.reset', { into }));
  }

  /** Sends what was typed, with its line end; true where it left. */
  async function send(text: string, kind: 'text' | 'hex', shown: string | null): Promise<boolean> {
    if (shown !== null && options.value.showSent) {
      record.noteSent(shown, Date.now());
      changed();
    }
    return attempt(() => call('monitor.send', { kind, text }));
  }

  function remember(line: string): void {
    if (line === '') return;
    history.value = [...history.value.filter((other) => other !== line), line].slice(-mostHistory);
  }

  async function clear(): Promise<void> {
    record.clear();
    places.value = new Map();
    changed();
    await attempt(() => call('monitor.clear'));
  }

  /** Asks for a place and writes what is remembered into it. */
  async function save(format: MonitorSaveFormat): Promise<void> {
    saved.value = null;
    await attempt(async () => {
      const place = await call('saves.choose', { suggestedName: suggestedName(format) });
      if (place !== null) saved.value = await call('monitor.save', { save: place.token, format });
    });
  }

  /** Asks for a place and writes everything into it from now on. */
  async function startRecording(format: MonitorSaveFormat): Promise<void> {
    await attempt(async () => {
      const place = await call('saves.choose', { suggestedName: suggestedName(format) });
      if (place !== null) await call('monitor.record', { save: place.token, format });
    });
  }

  const stopRecording = (): Promise<boolean> => attempt(() => call('monitor.stopRecording'));

  async function chooseProgram(): Promise<void> {
    await attempt(async () => {
      for (const { error } of await call('monitor.chooseProgram')) notices.add(error);
    });
  }

  /** While true, dropped program files are for looking up addresses. */
  const receive = (receiving: boolean): Promise<boolean> => attempt(() => call('monitor.receive', { receiving }));

  let locateTimer: ReturnType<typeof setTimeout> | undefined;
  function scheduleLocate(): void {
    clearTimeout(locateTimer);
    if (findings.value.some(({ addresses }) => addresses.length > 0))
      locateTimer = setTimeout(() => void locate(), locateAfterMs);
  }

  async function locate(): Promise<void> {
    const found = new Map<number, CodePlaces>();
    for (const { id, addresses, programHash } of findings.value) {
      if (addresses.length === 0) continue;
      try {
        found.set(id, await call('monitor.locate', { addresses: [...addresses].slice(0, 128), programHash }));
      } catch {
        // Names are an extra: the addresses themselves are shown anyway.
      }
    }
    places.value = found;
  }

  /** False, and a message, where it did not work. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  return {
    state,
    record,
    version,
    findings,
    places,
    isNoise,
    history,
    saved,
    openError,
    isOpen,
    isRunning,
    options,
    load,
    open,
    close,
    setRate,
    setLines,
    update,
    reset,
    send,
    remember,
    clear,
    save,
    startRecording,
    stopRecording,
    chooseProgram,
    receive,
  };
});

/** `monitor-2026-01-02-120304.txt`: sorts by time, and no system minds it. */
function suggestedName(format: MonitorSaveFormat): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('');
  return `monitor-${day}-${time}.${format === 'bytes' ? 'bin' : 'txt'}`;
}
