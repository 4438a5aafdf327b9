import type { AdviceOf } from './advice-text';

/** Texts for `job.*`, `ipc.*`, `settings.*` and `internal`: the program itself. */
export const programAdvice: AdviceOf<'job'> & AdviceOf<'ipc'> & AdviceOf<'settings'> & AdviceOf<'internal'> = {
  'job.cancelled': {
    title: 'Cancelled.',
    steps: ['What was being written is incomplete: flash again before you use the board.'],
    link: null,
  },
  'job.portInUse': {
    title: 'Esplanade is already busy with {path}.',
    steps: ['Wait until that is done, or cancel it.'],
    link: null,
  },
  'job.portShared': {
    title: '{path} is shared with other programs.',
    steps: ['Stop sharing it on the Board page, then try again.'],
    link: null,
  },
  'job.notFound': {
    title: 'That task has ended already.',
    steps: ['Start it again, if it is still needed.'],
    link: null,
  },
  'ipc.badRequest': {
    title: 'The window asked for something impossible ({channel}: {reason}).',
    steps: ['Restart Esplanade.', 'If it happens again, copy the details and report it.'],
    link: null,
  },
  'ipc.forbiddenSender': {
    title: 'A request from outside the window was refused ({channel}).',
    steps: ['Restart Esplanade.'],
    link: null,
  },
  'settings.unreadable': {
    title: 'Your settings could not be read ({reason}); the usual ones are in use.',
    steps: ['Set what you need once more; it is saved again.'],
    link: null,
  },
  'settings.notSaved': {
    title: 'Your settings could not be saved: {reason}.',
    steps: ['Check that the disk is not full and that your user folder can be written to.'],
    link: null,
  },
  internal: {
    title: 'Something went wrong inside Esplanade: {reason}.',
    steps: ['Try again.', 'If it happens again, copy the details and report it.'],
    link: null,
  },
};
