import {
  CircleQuestionMark,
  Cpu,
  Eraser,
  FileSearch,
  HardDriveDownload,
  History,
  Settings,
  SquareTerminal,
  Zap,
} from '@lucide/vue';
import type { Component } from 'vue';
import type { PageId } from '../src-shared/ipc/page';

/** What stands for each page in the navigation. */
export const pageIcons: Readonly<Record<PageId, Component>> = {
  flash: Zap,
  board: Cpu,
  backup: HardDriveDownload,
  erase: Eraser,
  images: FileSearch,
  monitor: SquareTerminal,
  help: CircleQuestionMark,
  history: History,
  settings: Settings,
};
