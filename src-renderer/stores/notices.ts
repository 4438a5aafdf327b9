import { defineStore } from 'pinia';
import { ref } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';

/** Something that went wrong outside a job, to be read and dismissed. */
export interface Notice {
  readonly id: number;
  readonly error: AppErrorData;
}

/** More than a few at once are one problem told many times. */
const mostShown = 5;

/** What the person should know and nobody else is showing. */
export const useNoticesStore = defineStore('notices', () => {
  const notices = ref<readonly Notice[]>([]);
  let lastId = 0;

  function add(error: AppErrorData): void {
    const isSame = (notice: Notice): boolean => JSON.stringify(notice.error) === JSON.stringify(error);
    lastId += 1;
    notices.value = [...notices.value.filter((notice) => !isSame(notice)), { id: lastId, error }].slice(-mostShown);
  }

  /** Takes whatever was thrown. */
  function report(thrown: unknown): void {
    add(toAppError(thrown).toData());
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id);
  }

  return { notices, add, report, dismiss };
});
