import type { AdviceOf } from './advice-text';

/** Texts for `setup.*`. */
export const setupAdvice: AdviceOf<'setup'> = {
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
