import { en } from '../../../src-shared/locales/en';

/** Navigation, board picker, messages: what is around every page. */
export const shellTexts = {
  nav: {
    label: 'Pages',
    ...en.pages,
  },
  board: {
    label: 'Board',
    none: 'Choose a board',
    noneHint: 'Plug one in, or try a virtual board',
    boards: 'Boards',
    empty: 'No board found. Plug one in with a USB cable that carries data.',
    revision: 'revision {revision}',
    flash: '{size} flash',
    virtual: 'Virtual board',
    virtualChip: 'Virtual {chip}',
    network: 'Network port',
    serial: 'Serial port',
    unknownChip: 'Unknown chip',
    missing: 'Not connected',
    state: {
      unknown: 'Not asked yet',
      asking: 'Asking who it is…',
      identified: 'Ready',
      failed: 'No answer',
      busy: 'In use',
      shared: 'Shared',
    },
    ask: 'Ask this board again',
    remove: 'Remove this network port',
    networkAddress: 'Network port',
    networkHint: 'socket://192.168.1.20:5555',
    add: 'Add',
    lockedWhileRunning: 'The board cannot be changed while it is being worked on.',
  },
  drop: { title: 'Drop to add', text: 'Let go anywhere in the window' },
  remark: {
    detailsCopied: 'The details of the last job are on the clipboard',
    noJobYet: 'No job has run yet',
    tableInUse: 'Files can be added when the running job is done',
    exampleNotSaved: 'The example cannot be saved. Bring files of your own first.',
    traceCopied: 'The trace is on the clipboard',
    traceSaved: 'The trace is saved',
  },
  notices: { label: 'Messages', dismiss: 'Dismiss' },
};
