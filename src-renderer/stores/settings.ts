import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { AppInfo, AppSettings, FlashSettings } from '../../src-shared/ipc/contract';
import { call } from '../api/client';
import { useNoticesStore } from './notices';

/** Remembered choices. Changes show at once and are written by the main process. */
export const useSettingsStore = defineStore('settings', () => {
  const notices = useNoticesStore();
  const loaded = ref<AppSettings | null>(null);
  const info = ref<AppInfo | null>(null);

  /** Settings are loaded before the window is mounted, so nothing needs to ask whether they are there. */
  const current = computed<AppSettings>(() => {
    if (loaded.value === null) throw new Error('settings used before load()');
    return loaded.value;
  });

  /** The locale to speak, as a BCP 47 tag: the chosen one or the system's. */
  const language = computed(() =>
    current.value.language === 'system' ? (info.value?.locale ?? 'en') : current.value.language,
  );

  async function load(): Promise<void> {
    [loaded.value, info.value] = await Promise.all([call('settings.get'), call('app.info')]);
  }

  /** Only the newest answer counts: an older one may not undo what was chosen since. */
  let changes = 0;
  async function update(change: Partial<AppSettings>): Promise<void> {
    const mine = ++changes;
    loaded.value = { ...current.value, ...change };
    try {
      const stored = await call('settings.set', { settings: change });
      if (mine === changes) loaded.value = stored;
    } catch (error) {
      notices.report(error);
    }
  }

  async function updateFlash(change: Partial<FlashSettings>): Promise<void> {
    await update({ flash: { ...current.value.flash, ...change } });
  }

  /** Every choice as in a fresh installation. */
  async function reset(): Promise<void> {
    const mine = ++changes;
    try {
      const stored = await call('settings.reset');
      if (mine === changes) loaded.value = stored;
    } catch (error) {
      notices.report(error);
    }
  }

  async function showDataFolder(): Promise<void> {
    try {
      await call('app.showDataFolder');
    } catch (error) {
      notices.report(error);
    }
  }

  return { current, info, language, load, update, updateFlash, reset, showDataFolder };
});
