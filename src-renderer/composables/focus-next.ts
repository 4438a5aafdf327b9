import { nextTick } from 'vue';

/**
 * Brings the focus to what took the place of something that was removed with the focus on it: of what `selector`
 * finds in `container` the one at `index`, or the last; where there is none any more, `fallback`.
 */
export async function focusNext(
  container: () => HTMLElement | null,
  selector: string,
  index: number,
  fallback: () => HTMLElement | null | undefined = () => null,
): Promise<void> {
  await nextTick();
  if (document.activeElement !== document.body) return;
  const left = [...(container()?.querySelectorAll<HTMLElement>(selector) ?? [])];
  (left[Math.min(index, left.length - 1)] ?? fallback())?.focus();
}
