/**
 * Brings the person to what has just replaced the place they were in: the button they pressed is gone,
 * so its focus goes to the new heading, and a narrow window scrolls to all that stands below it.
 */
export function arriveAt(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  (heading?.closest('section') ?? heading)?.scrollIntoView({ block: 'nearest' });
}
