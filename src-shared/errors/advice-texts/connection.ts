import { pages, type AdviceOf } from './advice-text';

/** Texts for `connect.*`. */
export const connectAdvice: AdviceOf<'connect'> = {
  'connect.noReply': {
    title: 'The board at {path} does not answer.',
    cause:
      'The board is probably running its own program because its reset lines are not wired, or the cable carries power only.',
    steps: [
      'Hold the BOOT button, press and release RESET (also called EN), then release BOOT, and try again.',
      'Try another USB cable and another USB port; some cables only charge.',
      'If you wired the board yourself, check power and ground, and that TX goes to RX and RX to TX.',
    ],
    link: pages.troubleshooting,
  },
  'connect.wrongBootMode': {
    title: 'The board started its own program instead of waiting for new firmware (boot mode {bootMode}).',
    cause: 'Download mode was not chosen while the chip started: {bootPin} was not low at that moment.',
    steps: [
      'Hold the BOOT button, press and release RESET (also called EN), then release BOOT, and try again.',
      'Without a BOOT button, connect {bootPin} to ground while you press RESET or switch the power on.',
      'Disconnect what hangs on these pins; download mode needs them like this: {bootPins}.',
    ],
    link: pages.bootMode,
  },
  'connect.noise': {
    title: 'What comes from {path} makes no sense.',
    cause: 'The board probably talks at another speed, or it is another kind of device.',
    steps: [
      'Hold the BOOT button, press and release RESET (also called EN), then release BOOT, and try again.',
      'Check that the right board is chosen: other devices have serial ports too.',
      'Check ground and power, and use a short cable.',
    ],
    link: pages.troubleshooting,
  },
  'connect.notEspressif': {
    title: 'The device at {path} is not an Espressif chip.',
    cause: 'Something answers, but not in the language of Espressif’s chips.',
    steps: ['Choose another port.', 'Unplug the board and watch which port disappears: that is the right one.'],
    link: null,
  },
  'connect.unknownChip': {
    title: 'This chip is not known to Esplanade ({id}).',
    cause: 'It is probably newer than this version of Esplanade.',
    steps: ['Look for a newer version of Esplanade.', 'If you know what chip it is, choose it by hand.'],
    link: null,
  },
  'connect.wrongChip': {
    title: 'This is an {found}, not an {expected}.',
    cause: 'The chip was set by hand and another board is plugged in now, or the chip was mistaken for a similar one.',
    steps: [
      'Set the chip to automatic.',
      'If {expected} is right, check that the right board is plugged in and chosen.',
    ],
    link: null,
  },
};

/** Texts for `protocol.*`. */
export const protocolAdvice: AdviceOf<'protocol'> = {
  'protocol.timeout': {
    title: 'The board stopped answering ({command}, after {timeoutMs}).',
    cause: 'Bytes probably got lost on the way, or the board started anew for want of power.',
    steps: [
      'Press RESET on the board and try again.',
      'Choose a slower speed, such as 115200.',
      'Try another cable, another USB port, or a hub with its own power supply.',
    ],
    link: pages.troubleshooting,
  },
  'protocol.badFrame': {
    title: 'What the board sent was damaged on the way ({reason}).',
    cause: 'The connection is probably too fast for the cable, or something else talks on the same line.',
    steps: [
      'Choose a slower speed, such as 115200.',
      'Use a short cable, directly at the computer.',
      'Disconnect what is wired to the TX and RX pins of the board.',
    ],
    link: pages.troubleshooting,
  },
  'protocol.badReply': {
    title: 'The board gave an answer that does not fit ({command}: {reason}).',
    cause: 'Bytes probably got lost or were changed on the way.',
    steps: ['Press RESET on the board and try again.', 'Choose a slower speed, such as 115200.'],
    link: pages.troubleshooting,
  },
  'protocol.commandFailed': {
    title: 'The board refused to do this ({command}: {meaning}).',
    cause:
      'The chip got the command and could not carry it out; the flash memory or the power supply is often the reason.',
    steps: [
      'Press RESET on the board and try again.',
      'Choose a slower speed, such as 115200.',
      'Check that the board gets enough power, and that nothing is wired to the pins of its flash memory.',
    ],
    link: pages.troubleshooting,
  },
  'protocol.unsupported': {
    title: '{chip} cannot do this with the loader in use ({command}, {loader}).',
    cause: 'The loader built into the chip knows fewer commands than the flasher stub.',
    steps: ['Allow the flasher stub, the faster loader, unless the chip has none.'],
    link: pages.flasherStub,
  },
};

/** Texts for `stub.*`. */
export const stubAdvice: AdviceOf<'stub'> = {
  'stub.startFailed': {
    title: 'The flasher stub, the faster loader, did not start on {chip}.',
    cause: 'The upload was probably damaged on the way, or the chip’s protection does not let programs be loaded.',
    steps: [
      'Press RESET on the board and try again.',
      'Go on without the stub: slower, but it needs less of the chip.',
    ],
    link: pages.flasherStub,
  },
  'stub.noImage': {
    title: 'There is no flasher stub for {chip} yet.',
    cause: 'The chip is so new that Espressif has not published one.',
    steps: ['Go on without the stub: slower, with the same result.'],
    link: pages.flasherStub,
  },
};
