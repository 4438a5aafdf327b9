/** The pages of the window in the order of the navigation: the menu reaches them, the window draws them. */
export const pageIds = ['flash', 'board', 'backup', 'erase', 'images', 'settings'] as const;
export type PageId = (typeof pageIds)[number];

/** The pages that have a number, for Ctrl or Cmd with 1 to 9, in order; the others have keys of their own. */
export const numberedPages: readonly PageId[] = pageIds.filter((id) => id !== 'settings');
