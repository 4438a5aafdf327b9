import type { AdviceOf } from './advice-text';

/** Texts for `setup.*` and `history.*`. */
export const setupAdvice: AdviceOf<'setup'> & AdviceOf<'history'> = {
  'history.notFound': {
    title: 'That entry of the history was deleted.',
    cause: 'It was deleted a moment earlier, perhaps in another window.',
    steps: ['Choose another one.'],
    link: null,
  },
  'history.notKept': {
    title: 'The history cannot be kept: {reason}.',
    cause: 'The disk is full, or your user folder cannot be written to.',
    steps: [
      'Check that the disk is not full and that you may write in your own folder.',
      'What was flashed is not affected by it.',
    ],
    link: null,
  },
  'setup.notUnderstood': {
    title: '{name} cannot be opened: {reason}.',
    cause: 'It was probably cut off, or edited by hand.',
    steps: ['Ask for the setup again, or add its files and save it anew.'],
    link: null,
  },
  'setup.tooNew': {
    title: '{name} was made by a newer version of Esplanade.',
    cause: 'It uses something that this version does not know yet.',
    steps: ['Install the newest version, then open the setup again.'],
    link: null,
  },
  'setup.partMissing': {
    title: '{part} is not in {name}.',
    cause: 'The file was moved or deleted, or the project is not built here.',
    steps: ['Build the project again, say where the file is now, or leave it out.'],
    link: null,
  },
  'setup.fileOnNetwork': {
    title: '{name} is on another computer and was not opened.',
    cause: 'The setup points at a network folder, which a setup from the internet could misuse.',
    steps: ['If you trust this setup, say where the file is. Otherwise leave it out.'],
    link: null,
  },
};
