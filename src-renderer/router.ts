import type { Component } from 'vue';
import { type PageId, pageIds } from '../src-shared/ipc/page';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import BackupPage from './views/BackupPage.vue';
import BoardPage from './views/BoardPage.vue';
import ErasePage from './views/ErasePage.vue';
import FlashPage from './views/FlashPage.vue';
import ImagesPage from './views/ImagesPage.vue';
import SettingsPage from './views/SettingsPage.vue';

export const pagePaths: Readonly<Record<PageId, string>> = {
  flash: '/',
  board: '/board',
  backup: '/backup',
  erase: '/erase',
  images: '/images',
  settings: '/settings',
};
const components: Readonly<Record<PageId, Component>> = {
  flash: FlashPage,
  board: BoardPage,
  backup: BackupPage,
  erase: ErasePage,
  images: ImagesPage,
  settings: SettingsPage,
};

/** The window has no address bar: where it is lives in memory. */
export function makeRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: pageIds.map((id) => ({ path: pagePaths[id], name: id, component: components[id] })),
  });
}
