const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';

/** Where an element stood before it was taken away. */
interface Gap {
  readonly parent: Node;
  /** What precedes; null at the beginning. */
  after: Node | null;
}

/**
 * Nobody loses their place in the window: where what has the focus goes away, the focus goes to what stands behind it
 * now, and on a new page to its heading; where it cannot be pressed for a while, the focus comes back afterwards. Who
 * gives the focus to something better in the meantime is not disturbed. Answers what ends it.
 */
export function keepFocus(): () => void {
  const { body } = document;
  /** What had the focus last; null when somebody put it nowhere themselves. */
  let last: HTMLElement | null = null;
  let gap: Gap | null = null;
  let wasLocked = false;
  let isDue = false;

  const isLocked = (element: Element): boolean => element.matches(':disabled');
  const isNowhere = (): boolean => document.activeElement === null || document.activeElement === body;

  function onFocus(event: FocusEvent): void {
    last = event.target instanceof HTMLElement ? event.target : null;
    gap = null;
    wasLocked = false;
  }
  function onMutations(records: readonly MutationRecord[]): void {
    if (last === null) return;
    for (const { type, target, removedNodes, previousSibling } of records) {
      if (type === 'attributes') {
        wasLocked ||= target.contains(last) && isLocked(last);
        continue;
      }
      if (gap !== null && [...removedNodes].some((node) => node === gap?.after)) gap.after = previousSibling;
      const outermost = gap?.parent ?? last;
      const isTaken = [...removedNodes].some((node) => node.contains(last) || node.contains(outermost));
      if (isTaken) gap = { parent: target, after: previousSibling };
    }
    if (gap !== null || wasLocked) checkSoon();
  }
  /** After everybody else: a dialog that closes gives the focus back by itself. */
  function checkSoon(): void {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        isDue = false;
        check();
      });
    });
  }
  function check(): void {
    if (last === null || !isNowhere()) return;
    if (last.isConnected && isLocked(last)) return;
    const isBack = last.isConnected && (gap !== null || wasLocked);
    const target = isBack ? last : last.isConnected ? null : placeOf(gap);
    last = null;
    target?.focus({ preventScroll: true });
  }

  const observer = new MutationObserver(onMutations);
  observer.observe(body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', checkSoon);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', checkSoon);
  };
}

/** What can have the focus where something is no more: what is there now or follows, else what precedes, in the same part. */
function placeOf(gap: Gap | null): HTMLElement | null {
  let at = gap?.parent instanceof Element && gap.parent.isConnected ? gap.parent : null;
  let after = gap?.after ?? null;
  for (; at !== null && !at.matches('main, body'); at = at.parentElement) {
    const there = [...at.querySelectorAll<HTMLElement>(tabbable)].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ checkVisibilityCSS: true }),
    );
    const found = there.find((element) => after === null || isBehind(element, after)) ?? there.at(-1);
    // Nobody who presses Enter twice may do what cannot be undone.
    if (found !== undefined && !found.matches('.button-danger')) return found;
    after ??= at;
  }
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading !== null) heading.tabIndex = -1;
  return heading;
}

const isBehind = (element: Node, other: Node): boolean =>
  !other.contains(element) && (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
