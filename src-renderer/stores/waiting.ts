import { defineStore } from 'pinia';
import { ref } from 'vue';
import { onWaiting } from '../api/client';

/** What is answered sooner needs no sign that it takes a while. */
const patienceMs = 100;

/** Whether a person waits for an answer of the main process that is not there yet. */
export const useWaitingStore = defineStore('waiting', () => {
  const isWaiting = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function load(): void {
    onWaiting((count) => {
      clearTimeout(timer);
      if (count === 0) isWaiting.value = false;
      else if (!isWaiting.value) timer = setTimeout(() => (isWaiting.value = true), patienceMs);
    });
  }

  return { isWaiting, load };
});
