import type { AdviceOf } from './advice-text';

/** Texts for `job.*`, `ipc.*`, `settings.*` and `internal`: the program itself. */
export const programAdvice: AdviceOf<'job'> & AdviceOf<'ipc'> & AdviceOf<'settings'> & AdviceOf<'internal'> = {
  'job.cancelled': {
    title: 'Cancelled.',
    cause: 'It was stopped on request, before it was done.',
    steps: ['What was being written is incomplete: flash again before you use the board.'],
    link: null,
  },
  'job.portInUse': {
    title: 'Esplanade is already busy with {path}.',
    cause: 'Another task that was started here is not done yet.',
    steps: ['Wait until that is done, or cancel it.'],
    link: null,
  },
  'job.portShared': {
    title: '{path} is shared with other programs.',
    cause: 'It was put on the network on this computer, for another program to use.',
    steps: ['Stop sharing it on the Board page, then try again.'],
    link: null,
  },
  'job.notFound': {
    title: 'That task has ended already.',
    cause: 'It was done or stopped a moment earlier.',
    steps: ['Start it again, if it is still needed.'],
    link: null,
  },
  'ipc.badRequest': {
    title: 'The window asked for something impossible ({channel}: {reason}).',
    cause: 'That is a fault of Esplanade, not of your board.',
    steps: ['Restart Esplanade.', 'If it happens again, copy the details and report it.'],
    link: null,
  },
  'ipc.forbiddenSender': {
    title: 'A request from outside the window was refused ({channel}).',
    cause: 'Something tried to use Esplanade from outside its window.',
    steps: ['Restart Esplanade.'],
    link: null,
  },
  'settings.unreadable': {
    title: 'Your settings could not be read ({reason}); the usual ones are in use.',
    cause: 'The file was probably damaged, or written by another version.',
    steps: ['Set what you need once more; it is saved again.'],
    link: null,
  },
  'settings.notSaved': {
    title: 'Your settings could not be saved: {reason}.',
    cause: 'The disk is full, or your user folder cannot be written to.',
    steps: ['Check that the disk is not full and that your user folder can be written to.'],
    link: null,
  },
  internal: {
    title: 'Something went wrong inside Esplanade: {reason}.',
    cause: 'That is a fault of Esplanade, not of your board.',
    steps: ['Try again.', 'If it happens again, copy the details and report it.'],
    link: null,
  },
};
