import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import BackupPage from './views/BackupPage.vue';
import BoardPage from './views/BoardPage.vue';
import ErasePage from './views/ErasePage.vue';
import FlashPage from './views/FlashPage.vue';
import ImagesPage from './views/ImagesPage.vue';
import SettingsPage from './views/SettingsPage.vue';

/** The window has no address bar: where it is lives in memory. */
export function makeRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'flash', component: FlashPage },
      { path: '/board', name: 'board', component: BoardPage },
      { path: '/backup', name: 'backup', component: BackupPage },
      { path: '/erase', name: 'erase', component: ErasePage },
      { path: '/images', name: 'images', component: ImagesPage },
      { path: '/settings', name: 'settings', component: SettingsPage },
    ],
  });
}
