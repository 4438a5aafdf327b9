import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Long enough to read a few words twice. */
const shownMs = 4000;

/** A word on something that went well and shows nowhere else, such as a text put on the clipboard. */
export const useRemarksStore = defineStore('remarks', () => {
  /** Key of its sentence; null where there is nothing to say. */
  const current = ref<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(key: string): void {
    clearTimeout(timer);
    current.value = key;
    timer = setTimeout(() => (current.value = null), shownMs);
  }

  return { current, say };
});
