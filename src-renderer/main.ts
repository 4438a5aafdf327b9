import './style.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, setLanguage } from './i18n';
import { fetchPages, makeRouter } from './router';
import { useBoardsStore } from './stores/boards';
import { useBuildsStore } from './stores/builds';
import { useClosedBoardStore } from './stores/closed-board';
import { useConnectionStore } from './stores/connection';
import { useFlashTableStore } from './stores/flash-table';
import { useGuidesStore } from './stores/guides';
import { useHistoryStore } from './stores/history';
import { useImagesStore } from './stores/images';
import { useJobsStore } from './stores/jobs';
import { useLayoutsStore } from './stores/layouts';
import { useMonitorStore } from './stores/monitor';
import { useMemoryStore } from './stores/memory';
import { useNvsStore } from './stores/nvs';
import { useVolumesStore } from './stores/volumes';
import { usePlanStore } from './stores/plan';
import { useSettingsStore } from './stores/settings';
import { useSharingStore } from './stores/sharing';
import { useToolsStore } from './stores/tools';
import { useTourStore } from './stores/tour';
import { useTraceStore } from './stores/trace';
import { useSetupsStore } from './stores/setups';
import { useWaitingStore } from './stores/waiting';

/** Settings come first: theme and language are right from the first picture on. */
async function start(): Promise<void> {
  const app = createApp(App).use(createPinia()).use(i18n);
  const settings = useSettingsStore();
  useWaitingStore().load();
  await settings.load();
  await setLanguage(settings.language);
  useFlashTableStore().load();
  useJobsStore().load();
  useLayoutsStore().load();
  useNvsStore().load();
  useVolumesStore().load();
  useMemoryStore().load();
  useToolsStore().load();
  useClosedBoardStore().load();
  useConnectionStore().load();
  useHistoryStore().load();
  useImagesStore().load();
  usePlanStore().load();
  void useMonitorStore().load();
  void useSharingStore().load();
  useTourStore().load();
  useTraceStore().load();
  useGuidesStore().load();
  useBuildsStore().load();
  const router = makeRouter();
  app.use(router).mount('#app');
  await router.isReady();
  // For build/measure-start.mjs: from here on clicks and keys are answered.
  performance.mark('esplanade-interactive');
  await useBoardsStore().load();
  await useSetupsStore().load();
  requestIdleCallback(fetchPages);
}

void start();
