import { pages, type AdviceOf } from './advice-text';

/** Texts for `flash.*`. */
export const flashAdvice: AdviceOf<'flash'> = {
  'flash.noAnswer': {
    title: 'The flash memory does not answer (id {flashId}).',
    cause: 'The flash memory gets no power, is wired in another way, or its pins are used by something else.',
    steps: [
      'Disconnect everything that is wired to the board, then try again.',
      'Check that the board gets a steady 3.3 V.',
      'If the flash memory is a part of its own, check how it is soldered and wired.',
    ],
    link: pages.troubleshooting,
  },
  'flash.sizeUnknown': {
    title: 'The flash memory does not tell its size (id {flashId}).',
    cause: 'It is probably a rare part whose id does not hold the size.',
    steps: ['Choose the flash size by hand; it stands in the description of the board or module.'],
    link: pages.flashModes,
  },
  'flash.sizeNotTold': {
    title: 'This {chip} does not tell how large its flash memory is, because it is in Secure Download Mode.',
    cause: 'Secure Download Mode lets nobody ask the flash memory anything.',
    steps: ['Choose the flash size by hand; it stands in the description of the board or module.'],
    link: pages.securityOverview,
  },
  'flash.notVerified': {
    title:
      'Everything was sent to this {chip} and accepted, but it does not let anybody check what its flash holds now.',
    cause: 'Secure Download Mode lets nobody read or compare.',
    steps: [
      'That is how Secure Download Mode works; the proof is that the application starts.',
      'If it does not start, do the same once more, at a slower speed such as 115200.',
    ],
    link: pages.securityOverview,
  },
  'flash.cannotProve': {
    title: 'This {chip} is in Secure Download Mode: what is written cannot be read back and compared.',
    cause: 'Secure Download Mode lets nobody read or compare.',
    steps: [
      'If you are sure of the files and of the cable, choose to write them without proof (--force on the command line).',
      'Let the board start afterwards and see whether it does what it should.',
    ],
    link: pages.securityOverview,
  },
  'flash.verifyFailed': {
    title: 'The flash memory does not hold what was written for {name}, at {offset}.',
    cause: 'Bits were changed on the way or did not hold: power supply and cable are the usual reasons.',
    steps: [
      'Flash once more, at a slower speed such as 115200.',
      'Check that the board gets enough power: another cable, or a hub with its own power supply.',
      'If it happens at the same place again, the flash memory is write-protected (Board → Tools tells) or worn out.',
    ],
    link: pages.troubleshooting,
  },
  'flash.notEncrypted': {
    title: 'The flash memory holds {name} in the clear, at {offset}: the chip did not encrypt it.',
    cause: 'The chip has no key to encrypt with yet.',
    steps: [
      'Its flash encryption has no key yet; it gets one when its firmware starts for the first time.',
      'Write the firmware without encryption and let it start once.',
    ],
    link: pages.flashEncryption,
  },
  'flash.encryptedWriteForbidden': {
    title: 'This {chip} does not let anything be written encrypted from outside, for good.',
    cause: 'An eFuse of this chip forbids it; eFuses cannot be set back.',
    steps: [
      'That is how release mode of flash encryption works: update it over the air.',
      'A file that was encrypted on a computer with the same key can be written as it is.',
    ],
    link: pages.flashEncryption,
  },
  'flash.differs': {
    title: 'The flash memory does not hold {name}, at {offset}: {sectors} sectors of 4 KB differ.',
    cause: 'Another version was flashed, other flash settings were used, or the application changed its data.',
    steps: [
      'If the file was written with other settings for mode, frequency or size, give the same ones here.',
      'An application changes its own data while it runs; that is no fault.',
    ],
    link: pages.troubleshooting,
  },
  'flash.readUnstable': {
    title: 'The flash memory does not read the same twice, at {offset}.',
    cause: 'The connection to the flash memory is weak: power supply, wiring or a worn-out part.',
    steps: [
      'Read once more, at a slower speed such as 115200.',
      'Check that the board gets enough power: another cable, or a hub with its own power supply.',
      'Disconnect everything that is wired to the pins of the flash memory.',
    ],
    link: pages.troubleshooting,
  },
  'flash.notErased': {
    title: 'The flash memory was not erased, at {offset}.',
    cause: 'Protection bits in the status register of the flash memory are probably set.',
    steps: [
      'It is probably write-protected: look at its status registers (Board → Tools, or read-flash-status), and set them to 0 to lift the protection.',
      'Check that the board gets enough power, then erase once more.',
    ],
    link: pages.troubleshooting,
  },
  'flash.statusChanged': {
    title: 'The status register of the flash chip is not what it was when it was read: {now} instead of {was}.',
    cause: 'Another board was plugged in, or something else wrote to the register meanwhile.',
    steps: [
      'Nothing was written.',
      'Check that this is still the same board, read the status once more and decide again.',
    ],
    link: null,
  },
  'flash.filesChanged': {
    title: 'The files in {name} are not what they were when they were read.',
    cause: 'The app on the board wrote files meanwhile, or this is another board.',
    steps: [
      'Nothing was written.',
      'Read the files once more: changes have to be made again then.',
      'Every time? Then the app writes whenever it starts: choose “Stay in download mode” in the options of the Flash page.',
    ],
    link: null,
  },
  'flash.encrypted': {
    title: 'Flash encryption is on in this {chip}: it only starts firmware that was encrypted for it.',
    cause: 'Its maker turned flash encryption on, and that cannot be undone.',
    steps: [
      'Ask the maker of the board for firmware or for an update in its own program.',
      'If the chip is in development mode, write the firmware with encryption turned on.',
    ],
    link: pages.flashEncryption,
  },
  'flash.secureBoot': {
    title: 'Secure boot is on in this {chip}: it only starts firmware signed with the right key.',
    cause: 'Its maker turned secure boot on, and that cannot be undone.',
    steps: [
      'Use signed firmware from the maker of the board.',
      'Do not write another bootloader: the chip may never start again.',
    ],
    link: pages.secureBoot,
  },
  'flash.secureDownloadMode': {
    title: 'This {chip} is in Secure Download Mode, which does not allow this ({operation}).',
    cause: 'Its maker turned this mode on, and that cannot be undone.',
    steps: ['Only writing to flash is possible, and the flash size has to be chosen by hand.'],
    link: pages.securityOverview,
  },
};
