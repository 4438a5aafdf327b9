import type { AdviceOf } from './advice-text';

/** Texts for `setup.*` and `history.*`. */
export const setupAdvice: AdviceOf<'setup'> & AdviceOf<'history'> = {
  'history.notFound': {
    title: 'That entry of the history was deleted.',
    steps: ['Choose another one.'],
    link: null,
  },
  'history.notKept': {
    title: 'The history cannot be kept: {reason}.',
    steps: [
      'Check that the disk is not full and that you may write in your own folder.',
      'What was flashed is not affected by it.',
    ],
    link: null,
  },
  'setup.notUnderstood': {
    title: '{name} cannot be opened: {reason}.',
    steps: ['Ask for the setup again, or add its files and save it anew.'],
    link: null,
  },
  'setup.tooNew': {
    title: '{name} was made by a newer version of Esplanade.',
    steps: ['Install the newest version, then open the setup again.'],
    link: null,
  },
  'setup.partMissing': {
    title: '{part} is not in {name}.',
    steps: ['Build the project again, say where the file is now, or leave it out.'],
    link: null,
  },
  'setup.fileOnNetwork': {
    title: '{name} is on another computer and was not opened.',
    steps: ['If you trust this setup, say where the file is. Otherwise leave it out.'],
    link: null,
  },
};
