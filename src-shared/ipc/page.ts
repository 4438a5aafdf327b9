/** The pages of the window in the order of the navigation: the menu reaches them, the window draws them. */
export const pageIds = [
  'flash',
  'board',
  'monitor',
  'backup',
  'erase',
  'images',
  'history',
  'help',
  'settings',
] as const;
export type PageId = (typeof pageIds)[number];

/** The pages that are about the program and not about a board; they have keys of their own. */
const programPages: readonly PageId[] = ['help', 'settings'];

/** The pages that have a number, for Ctrl or Cmd with 1 to 9, in order. */
export const numberedPages: readonly PageId[] = pageIds.filter((id) => !programPages.includes(id));
