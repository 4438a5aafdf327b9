import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { MemoryFound, MemoryProgram, MemoryTask, SavePlace } from '../../src-shared/ipc/contract';
import type { MemoryWish } from '../composables/use-memory-choice';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useJobsStore } from './jobs';
import { useNoticesStore } from './notices';

/** A word as it was read, or as it read after it was written. */
export interface ReadWord {
  readonly address: number;
  readonly value: number;
}

/** Words of a long session; the oldest are not what somebody looks for. */
const mostWords = 50;

/** What is done with a board's memory. */
export const useMemoryStore = defineStore('memory', () => {
  const boards = useBoardsStore();
  const jobs = useJobsStore();
  const notices = useNoticesStore();
  const program = ref<MemoryProgram | null>(null);
  /** The loader is left running between the steps, so that what is written stays. */
  const holds = ref(true);
  /** The newest first. */
  const words = ref<readonly ReadWord[]>([]);

  function load(): void {
    on('boardJob.finished', ({ outcome }) => {
      if (outcome.kind === 'memory') remember(outcome.result.found);
    });
  }

  function remember(found: MemoryFound): void {
    if (found.kind !== 'readWord' && found.kind !== 'writeWord') return;
    const value = found.kind === 'readWord' ? found.value : found.after;
    words.value = [{ address: found.address, value }, ...words.value].slice(0, mostWords);
  }
  const forgetWords = (): void => void (words.value = []);

  async function chooseProgram(): Promise<void> {
    try {
      program.value = (await call('memory.chooseProgram')) ?? program.value;
    } catch (error) {
      notices.report(error);
    }
  }

  /** Asks for a place first where a file is to be made; nothing happens where the person thinks better of it. */
  async function start(wish: MemoryWish, suggestedName: string): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || jobs.isRunning) return;
    const place = wish.kind === 'dump' ? await choosePlace(suggestedName) : null;
    const task = taskOf(wish, place);
    if (task === null) return;
    const settings = jobs.contactSettings();
    await jobs.run({ kind: 'memory', path, save: place }, () =>
      call('memory.start', { path, settings, task, holds: holds.value }),
    );
  }

  async function choosePlace(suggestedName: string): Promise<SavePlace | null> {
    try {
      return await call('saves.choose', { suggestedName });
    } catch (error) {
      notices.report(error);
      return null;
    }
  }

  function taskOf(wish: MemoryWish, place: SavePlace | null): MemoryTask | null {
    switch (wish.kind) {
      case 'dump':
        return place === null ? null : { ...wish, save: place.token };
      case 'load':
        return program.value === null ? null : { kind: 'load', program: program.value.token };
      case 'readWord':
      case 'writeWord':
      case 'run':
        return wish;
    }
  }

  return { program, holds, words, load, forgetWords, chooseProgram, start };
});
