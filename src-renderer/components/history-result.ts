import { CircleCheck, CircleDashed, CircleSlash, CircleX, Unplug } from '@lucide/vue';
import type { Component } from 'vue';
import type { HistoryEntry } from '../../src-shared/ipc/contract';

/** How each result looks; its word stands beside it. */
export const historyResults: Readonly<
  Record<HistoryEntry['result'], { readonly icon: Component; readonly ink: string }>
> = {
  verified: { icon: CircleCheck, ink: 'text-ok' },
  written: { icon: CircleDashed, ink: 'text-warning' },
  failed: { icon: CircleX, ink: 'text-problem' },
  cancelled: { icon: CircleSlash, ink: 'text-ink-faint' },
  unplugged: { icon: Unplug, ink: 'text-warning' },
};
