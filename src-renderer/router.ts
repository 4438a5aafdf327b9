import type { Component } from 'vue';
import { createMemoryHistory, createRouter, type Router, type RouteRecordRaw } from 'vue-router';
import { type PageId, pageIds } from '../src-shared/ipc/page';
import BoardFrame from './views/BoardFrame.vue';
import FlashPage from './views/FlashPage.vue';

/** Where each page is. */
export const pagePaths: Readonly<Record<PageId, string>> = {
  flash: '/',
  board: '/board',
  backup: '/backup',
  erase: '/erase',
  images: '/images',
  monitor: '/monitor',
  history: '/history',
  help: '/help',
  settings: '/settings',
};
/** Reached from the Board and the Images page. */
export const partitionsPath = '/board/partitions';
const partitionsPage = (): Promise<Component> => import('./views/PartitionsPage.vue');
/** The first page comes with the window; the others when somebody goes there, or when there is nothing else to do. */
const pages: Readonly<Record<PageId, Component | (() => Promise<Component>)>> = {
  flash: FlashPage,
  board: () => import('./views/BoardPage.vue'),
  backup: () => import('./views/BackupPage.vue'),
  erase: () => import('./views/ErasePage.vue'),
  images: () => import('./views/ImagesPage.vue'),
  monitor: () => import('./views/MonitorPage.vue'),
  history: () => import('./views/HistoryPage.vue'),
  help: () => import('./views/HelpPage.vue'),
  settings: () => import('./views/SettingsPage.vue'),
};

/** What there is to see and to do about one board. */
const boardPages: RouteRecordRaw[] = [
  { path: '', name: 'board', component: pages.board },
  { path: 'memory', name: 'boardMemory', component: () => import('./views/BoardMemory.vue') },
  { path: 'files', name: 'boardFiles', component: () => import('./views/BoardFiles.vue') },
  { path: 'tools', name: 'boardTools', component: () => import('./views/BoardTools.vue') },
];

/** The window has no address bar: where it is lives in memory. */
export function makeRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      ...pageIds.map((id): RouteRecordRaw =>
        id === 'board'
          ? { path: pagePaths.board, component: BoardFrame, children: boardPages }
          : { path: pagePaths[id], name: id, component: pages[id] },
      ),
      { path: partitionsPath, name: 'partitions', component: partitionsPage },
    ],
  });
}

/** Brings the pages that are not here yet, so that going there takes no time. */
export function fetchPages(): void {
  for (const page of Object.values(pages)) if (typeof page === 'function') void (page as () => Promise<Component>)();
  void partitionsPage();
}
