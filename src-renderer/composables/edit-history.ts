import { computed, shallowRef, type ComputedRef } from 'vue';

/** Values that were there before, and those that were taken back. */
export interface EditHistory<T> {
  readonly current: ComputedRef<T>;
  readonly canUndo: ComputedRef<boolean>;
  readonly canRedo: ComputedRef<boolean>;
  /** `of`: what is being edited; letters typed one after the other into one field are one step. */
  edit(value: T, of?: string): void;
  undo(): void;
  redo(): void;
  /** A new beginning, with nothing to undo. */
  restart(value: T): void;
}

const mostSteps = 200;

/** Undo and redo over values that are replaced and never changed. */
export function editHistory<T>(first: T): EditHistory<T> {
  const past = shallowRef<readonly T[]>([]);
  const future = shallowRef<readonly T[]>([]);
  const now = shallowRef(first) as { value: T };
  let lastEdited: string | undefined;

  function edit(value: T, of?: string): void {
    if (of === undefined || of !== lastEdited) past.value = [...past.value, now.value].slice(-mostSteps);
    lastEdited = of;
    now.value = value;
    future.value = [];
  }
  function step(from: typeof past, to: typeof past): void {
    const value = from.value.at(-1);
    if (from.value.length === 0) return;
    to.value = [...to.value, now.value];
    from.value = from.value.slice(0, -1);
    now.value = value as T;
    lastEdited = undefined;
  }
  return {
    current: computed(() => now.value),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    edit,
    undo: () => step(past, future),
    redo: () => step(future, past),
    restart(value) {
      past.value = [];
      future.value = [];
      lastEdited = undefined;
      now.value = value;
    },
  };
}
