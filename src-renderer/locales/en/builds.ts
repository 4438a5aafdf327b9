/** New builds of the files on the flash table. */
export const buildsTexts = {
  builds: {
    label: 'New builds',
    watching: 'Watching for a new build',
    files: '{count} file on disk | {count} files on disk',
    onByItself: 'It will be flashed by itself.',
    byItself: 'Flash by itself',
    byItselfHint:
      'When a build changes these files, they are flashed to this board without a question. A check that finds a problem stops it.',
    unfinished: 'A build is under way',
    missing: 'Missing on disk',
    changed: 'The build has changed, {ago}',
    justNow: 'just now',
    flash: 'Flash',
    dismiss: 'Dismiss',
    more: '{shown} and one more | {shown} and {count} more',
    change: {
      size: '{name} ({was} → {is})',
      contents: '{name} ({size}, other contents)',
      moved: '{name} ({was} → {is})',
      added: '{name} (new)',
      removed: '{name} (no longer part of it)',
    },
    stopped: {
      noBoard: 'Not flashed: no board is chosen',
      boardMissing: 'Not flashed: the board is not connected',
      boardBusy: 'Not flashed: another program uses the board',
      missingFiles: 'Not flashed: a file of the setup is missing',
      checks: 'Not flashed: a check found a problem',
    },
  },
};
