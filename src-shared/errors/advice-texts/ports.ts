import { pages, type AdviceOf } from './advice-text';

/** Texts for `port.*`. */
export const portAdvice: AdviceOf<'port'> = {
  'port.notFound': {
    title: 'There is no port {path} on this computer.',
    cause: 'It was probably unplugged, or it has another name since it was plugged in again.',
    steps: [
      'Check that the USB cable is plugged in at both ends.',
      'Choose the board again: a port can get another name when the board is plugged in anew.',
    ],
    link: pages.serialConnection,
  },
  'port.busy': {
    title: 'Another program is using {path}.',
    cause: 'A serial port serves one program at a time; a monitor or a development tool is probably still open.',
    steps: [
      'Close programs that talk to serial ports, such as {holder}.',
      'If none is open, unplug the board and plug it in again.',
    ],
    link: pages.troubleshooting,
  },
  'port.forbidden': {
    title: 'This computer does not let you use {path}.',
    cause: 'On Linux, serial ports belong to a group that your user is not in yet.',
    steps: [
      'On Linux, add your user to the group {group}, then log out and in again.',
      'On Windows, close other programs that use the port and plug the board in again.',
    ],
    link: pages.serialConnection,
  },
  'port.openFailed': {
    title: '{path} could not be opened: {reason}.',
    cause: 'The driver of the adapter probably hangs, or is not installed.',
    steps: [
      'Unplug the board, wait a moment and plug it in again.',
      'Install the driver of the USB adapter on the board, if the system has none.',
    ],
    link: pages.serialConnection,
  },
  'port.unreachable': {
    title: '{path} does not answer: {reason}.',
    cause: 'The server is probably not running, or the address is not quite right.',
    steps: [
      'Check host and port number, and that the server is running there.',
      'Check that no firewall is in between.',
      'Write rfc2217:// for a serial port server, and socket:// for one that passes raw bytes.',
    ],
    link: pages.remotePorts,
  },
  'port.badAddress': {
    title: '{path} is no address of a port: {reason}.',
    cause: 'Part of the address is probably missing or misspelt.',
    steps: [
      'Write a remote serial port like rfc2217://192.168.1.20:4000.',
      'Write a raw network port like socket://192.168.1.20:5555.',
      'Write a practice board like sim://esp32c3.',
    ],
    link: null,
  },
  'port.unplugged': {
    title: 'The board at {path} has gone.',
    cause: 'A cable came loose, or the board drew more power than the USB port gives and started anew.',
    steps: [
      'Plug it in again and repeat what you did.',
      'If nobody touched it, try another cable, another USB port, or a hub with its own power supply.',
    ],
    link: pages.troubleshooting,
  },
  'port.notOpen': {
    title: 'The connection to {path} is closed already.',
    cause: 'The board was unplugged or the work was stopped a moment earlier.',
    steps: ['Start again.'],
    link: null,
  },
  'port.writeFailed': {
    title: 'Nothing could be sent to {path}: {reason}.',
    cause: 'The adapter stopped taking bytes: it was probably unplugged, or its driver hangs.',
    steps: ['Unplug the board and plug it in again.', 'Try another cable or another USB port.'],
    link: pages.troubleshooting,
  },
  'port.baudRateRefused': {
    title: '{path} cannot work at {baudRate} baud.',
    cause: 'The adapter or its driver does not know this speed.',
    steps: ['Set the speed to automatic, or choose a slower one such as 460800 or 115200.'],
    link: null,
  },
  'port.noneFound': {
    title: 'No board was found.',
    cause: 'The cable probably carries power only, or the system has no driver for the adapter on the board.',
    steps: [
      'Plug the board in with a USB cable that carries data; some cables only charge.',
      'Try another USB port, without a hub.',
      'Install the driver of the USB adapter on the board, if the system has none.',
    ],
    link: pages.serialConnection,
  },
  'port.cannotListen': {
    title: 'Nothing can be shared at {address}: {reason}.',
    cause: 'Another program uses this number already, or the number is kept for the system.',
    steps: ['Choose another port number, between 1024 and 65535.'],
    link: null,
  },
  'port.shareEnded': {
    title: '{path} is not shared any more: its board has gone.',
    cause: 'The board was unplugged, or its cable came loose.',
    steps: ['Plug it in again and share it anew on the Board page.'],
    link: null,
  },
};
