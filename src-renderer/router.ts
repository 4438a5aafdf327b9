import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import FlashPage from './views/FlashPage.vue';
import SettingsPage from './views/SettingsPage.vue';

/** The window has no address bar: where it is lives in memory. */
export function makeRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'flash', component: FlashPage },
      { path: '/settings', name: 'settings', component: SettingsPage },
    ],
  });
}
