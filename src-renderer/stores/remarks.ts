import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Long enough to read a few words twice. */
const shownMs = 4000;

/** `done`: something went well; `note`: it did not happen, and why. */
export type RemarkMood = 'done' | 'note';

/** A word on something that shows nowhere else, such as a text put on the clipboard. */
export const useRemarksStore = defineStore('remarks', () => {
  /** Key of its sentence; null where there is nothing to say. */
  const current = ref<string | null>(null);
  const mood = ref<RemarkMood>('done');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(key: string, how: RemarkMood = 'done'): void {
    clearTimeout(timer);
    mood.value = how;
    current.value = key;
    timer = setTimeout(() => (current.value = null), shownMs);
  }

  return { current, mood, say };
});
