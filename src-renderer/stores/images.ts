import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { ImageFile, ImagesAdded, MadeFiles, Request } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useNoticesStore } from './notices';

/** What is to be made of a program, besides where it goes. */
export type ConvertOrder = Omit<Request<'images.convert'>, 'token' | 'save'>;
export type MergeOrder = Omit<Request<'images.merge'>, 'save'>;

/** The file that is looked into, and what was made last. */
export const useImagesStore = defineStore('images', () => {
  const notices = useNoticesStore();
  const file = ref<ImageFile | null>(null);
  const converted = ref<MadeFiles | null>(null);
  const merged = ref<MadeFiles | null>(null);
  const isBusy = ref(false);

  function load(): void {
    on('images.added', receive);
    // A window that was loaded anew does not show the page that it showed before.
    void receiveDrops(false);
  }

  /** While true, what is dropped is looked into. */
  async function receiveDrops(receiving: boolean): Promise<void> {
    try {
      await call('images.receive', { receiving });
    } catch (error) {
      notices.report(error);
    }
  }

  function receive({ files, rejected }: ImagesAdded): void {
    for (const { error } of rejected) notices.add(error);
    const [first] = files;
    if (first === undefined) return;
    file.value = first;
    converted.value = null;
  }

  async function choose(): Promise<void> {
    try {
      receive(await call('images.choose'));
    } catch (error) {
      notices.report(error);
    }
  }

  /** Asks for a place and makes the image there. */
  async function convert(order: ConvertOrder, suggestedName: string): Promise<void> {
    const token = file.value?.token;
    if (token === undefined) return;
    converted.value = null;
    converted.value = await make(suggestedName, (save) => call('images.convert', { ...order, token, save }));
  }

  /** Asks for a place and merges into it. */
  async function merge(order: MergeOrder, suggestedName: string): Promise<void> {
    merged.value = null;
    merged.value = await make(suggestedName, (save) => call('images.merge', { ...order, save }));
  }

  async function make(suggestedName: string, begin: (save: string) => Promise<MadeFiles>): Promise<MadeFiles | null> {
    if (isBusy.value) return null;
    isBusy.value = true;
    try {
      const save = await call('saves.choose', { suggestedName });
      return save === null ? null : await begin(save.token);
    } catch (error) {
      notices.report(error);
      return null;
    } finally {
      isBusy.value = false;
    }
  }

  async function show(token: string): Promise<void> {
    try {
      await call('saves.show', { token });
    } catch (error) {
      notices.report(error);
    }
  }

  return { file, converted, merged, isBusy, load, receiveDrops, choose, convert, merge, show };
});
