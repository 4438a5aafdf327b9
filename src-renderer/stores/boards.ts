import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import type { BoardCard } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useNoticesStore } from './notices';
import { useSettingsStore } from './settings';

/** The boards that can be seen, and the one that is chosen. */
export const useBoardsStore = defineStore('boards', () => {
  const settings = useSettingsStore();
  const notices = useNoticesStore();
  const all = ref<readonly BoardCard[]>([]);
  const selectedPath = ref<string | null>(null);

  const cards = computed(() =>
    all.value.filter(
      (card) => card.kind !== 'virtual' || settings.current.showVirtualBoards || card.path === selectedPath.value,
    ),
  );
  const selected = computed(() => all.value.find((card) => card.path === selectedPath.value) ?? null);
  const chip = computed<ChipId | null>(() => selected.value?.identity?.chip ?? null);
  /** Chosen, but not to be seen any more. */
  const isMissing = computed(() => selectedPath.value !== null && selected.value === null);

  function receive(next: readonly BoardCard[]): void {
    all.value = next;
    if (selected.value !== null) return;
    // A virtual board is never chosen for somebody: it would look like the board on their desk.
    const real = next.filter((card) => card.kind === 'serial' && card.isLikely);
    const best = real.find((card) => card.state === 'identified') ?? (real.length === 1 ? real[0] : undefined);
    if (best !== undefined) selectedPath.value = best.path;
  }

  async function load(): Promise<void> {
    on('boards.changed', receive);
    selectedPath.value = settings.current.lastPath;
    try {
      const first = await call('boards.list');
      receive(first);
      if (selected.value === null && all.value.length > 0) selectedPath.value = null;
      await call('boards.watch', { watching: true });
    } catch (error) {
      notices.report(error);
    }
    askIfUnknown();
  }

  /** The list as it is now, for when it must have changed and no event has said so yet. */
  async function refresh(): Promise<readonly BoardCard[]> {
    receive(await call('boards.list'));
    return all.value;
  }

  function askIfUnknown(): void {
    const state = selected.value?.state;
    if (state === 'unknown' || state === 'failed') void identify();
  }

  /** Asks the chosen board who it is; how that went arrives with its card. */
  async function identify(): Promise<void> {
    const path = selectedPath.value;
    if (path === null) return;
    try {
      await call('boards.identify', { path });
    } catch (error) {
      // The card carries the reason. Only a board without a card has no other place to show it.
      if (selected.value === null) notices.report(error);
    }
  }

  /** Asks until the board answers (true) or `stopAsking` is called; its card tells what is in the way. */
  async function askPatiently(path: string): Promise<boolean> {
    try {
      await call('boards.identify', { path, isPatient: true });
      return true;
    } catch {
      return false;
    }
  }

  async function stopAsking(path: string): Promise<void> {
    try {
      await call('boards.stopIdentify', { path });
    } catch (error) {
      notices.report(error);
    }
  }

  async function select(path: string): Promise<void> {
    selectedPath.value = path;
    askIfUnknown();
    await settings.update({ lastPath: path });
  }

  /** Chooses no board, or the one that is surely meant. */
  async function letGo(): Promise<void> {
    selectedPath.value = null;
    receive(all.value);
    await settings.update({ lastPath: selectedPath.value });
  }

  /** Adds `socket://host:port` and chooses it. Throws AppError where the address is none. */
  async function addNetwork(address: string): Promise<void> {
    const card = await call('boards.addNetwork', { path: address });
    if (!all.value.some((other) => other.path === card.path)) all.value = [...all.value, card];
    await select(card.path);
  }

  /** Puts a text about the board on the clipboard; false where that did not work. */
  async function copy(text: string): Promise<boolean> {
    try {
      await call('app.copyText', { text });
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  async function remove(path: string): Promise<void> {
    try {
      await call('boards.remove', { path });
      all.value = all.value.filter((card) => card.path !== path);
      if (selectedPath.value === path) selectedPath.value = null;
    } catch (error) {
      notices.report(error);
    }
  }

  return {
    all,
    cards,
    selectedPath,
    selected,
    chip,
    isMissing,
    load,
    identify,
    askPatiently,
    stopAsking,
    select,
    letGo,
    refresh,
    addNetwork,
    copy,
    remove,
  };
});
