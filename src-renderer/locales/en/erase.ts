/** The Erase page. */
export const eraseTexts = {
  erase: {
    title: 'Erase a board',
    what: 'What to erase',
    allHint: 'The whole flash, as it came from the factory.',
    partitionHint: 'Such as saved settings and Wi-Fi.',
    regionHint: 'Whole sectors from an address that you type.',
    willBeErased: 'Will be erased',
    button: 'Erase',
    buttonAll: 'Erase everything',
    buttonOne: 'Erase {name}',
    ready: '{size} to erase. This cannot be undone.',
    losses: 'What will be lost',
    allLost:
      'Everything on the board: the app, the bootloader, saved settings, Wi-Fi passwords and files. It will not start until it is flashed again.',
    someLost: 'What is in these partitions, as far as the region reaches:',
    noPartition: 'Nothing that belongs to a partition.',
    unknownLoss: 'Whatever is there. The partition table of the board would say what that is.',
    nothingChosen: 'Nothing is chosen yet.',
    sectors:
      'Flash memory is erased by sectors of 4 kB (0x1000 bytes), all ones afterwards. Make a backup first if you may need it.',
    force: 'Erase it all the same',
    forceHint: 'This board starts only signed or encrypted firmware. Without it, it may never start again.',
    word: 'ERASE',
    typeWord: 'Type {word} to confirm',
    reason: {
      locked: 'This board is protected: see above.',
      sizeNotTold: 'Choose how large its flash is first.',
      sizeUnknown: 'How large its flash is is not known: erase a region.',
      confirm: 'Type {word} above to confirm.',
    },
    done: 'Erased',
    proven: 'It is blank: the MD5 that the chip computed is that of erased flash.',
    unproven: 'The chip said that it is done. Nothing can be read back to prove it.',
  },
};
