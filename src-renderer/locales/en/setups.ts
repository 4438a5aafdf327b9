/** Setups, what was open lately, and the window's title. */
export const setupsTexts = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name} (changes not saved) – Esplanade',
  },
  setup: {
    label: 'Setup',
    saved: 'Saved',
    changed: 'Changes not saved',
    save: 'Save',
    keep: 'Save as a setup',
    keepHint: 'Keeps these files, addresses and options in one file, to open again or to hand on.',
    close: 'Close this setup',
    otherChip: 'Made for {chip}. The chosen board is an {board}.',
    missingTitle: 'Not found',
    missingRows: 'Wanted from it: {rows}',
    locate: 'Where is it?',
    leaveOut: 'Leave it out',
  },
  recents: {
    title: 'Open again',
    where: 'in {folder}',
    opened: '{kind} · {ago}',
    missing: 'Not there any more',
    forget: 'Forget {name}',
    kind: {
      setup: 'Setup',
      draft: 'Where you stopped. Not saved.',
      file: 'File',
    },
  },
};
