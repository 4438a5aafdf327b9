import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { call } from '../api/client';
import { useNoticesStore } from './notices';

/** One call's worth. */
export const pageBytes = 0x1000;
/** Older pages are asked for again when somebody goes back to them. */
const mostPages = 256;

/** The pages of a made file that somebody looks at. */
export const useFilePagesStore = defineStore('filePages', () => {
  const notices = useNoticesStore();
  const pages = shallowRef<ReadonlyMap<number, Uint8Array>>(new Map());
  let token: string | null = null;
  const asked = new Set<number>();

  /** Another file, or none. */
  function open(next: string | null): void {
    if (next === token) return;
    token = next;
    asked.clear();
    pages.value = new Map();
  }

  async function need(wanted: readonly number[]): Promise<void> {
    await Promise.all(wanted.map(fetchPage));
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = token;
    if (mine === null || asked.has(page)) return;
    asked.add(page);
    try {
      const { bytes } = await call('saves.read', { token: mine, offset: page * pageBytes, sizeBytes: pageBytes });
      if (mine !== token) return;
      const next = new Map(pages.value).set(page, bytes);
      for (const old of next.keys()) {
        if (next.size <= mostPages) break;
        next.delete(old);
      }
      pages.value = next;
    } catch (error) {
      if (mine === token) notices.report(error);
    } finally {
      if (mine === token) asked.delete(page);
    }
  }

  return { pages, open, need };
});
