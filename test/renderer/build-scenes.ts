import type { BuildNews } from '../../src-shared/ipc/contract';
import { files } from './file-scenes';

const rebuilt = files.map((file) =>
  file.kind === 'app' ? { ...file, token: 'f3-new', sizeBytes: file.sizeBytes + 14_336 } : file,
);

/** The app was built anew, with an other size. */
export const newBuild: BuildNews = {
  kind: 'changed',
  replaced: files.flatMap((file, index) => {
    const now = rebuilt[index];
    return now === undefined || now === file ? [] : [{ token: file.token, file: now }];
  }),
  added: [],
  removed: [],
  changes: files.flatMap((file, index) => {
    const now = rebuilt[index];
    if (now === undefined || now === file) return [];
    const state = { offset: file.suggestedOffset, fingerprint: 'a' };
    return [
      {
        name: file.name,
        before: { ...state, sizeBytes: file.sizeBytes },
        after: { ...state, sizeBytes: now.sizeBytes, fingerprint: 'b' },
      },
    ];
  }),
};
