import { pages, type AdviceOf } from './advice-text';

/** Texts for `plan.*`, what is found before anything is written. */
export const planAdvice: AdviceOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'Flash encryption is not turned on in this {chip}, so that an encrypted file would not start.',
    steps: ['Write the file without encryption; firmware built for it encrypts the flash when it first starts.'],
    link: pages.flashEncryption,
  },
  'plan.cannotEncrypt': {
    title: 'Nothing can be written encrypted to the {chip}.',
    steps: ['Write the file without encryption.'],
    link: null,
  },
  'plan.nothingToWrite': {
    title: 'There is nothing to write yet.',
    steps: ['Drop a firmware file on the window, or choose one.', 'Turn on at least one row of the table.'],
    link: null,
  },
  'plan.unaligned': {
    title: '{name} cannot be written at {offset}.',
    steps: ['Use an address that is a multiple of {align}.'],
    link: null,
  },
  'plan.overlap': {
    title: '{name} and {otherName} would be written over each other, from {offset} to {endOffset}.',
    steps: ['Change one of the two addresses, or turn one of the two rows off.'],
    link: null,
  },
  'plan.pastEnd': {
    title: '{name} would end at {endOffset}, but the flash memory only has {flashSizeBytes}.',
    steps: ['Check the address of {name}.', 'Check that this firmware is made for a board with so little flash.'],
    link: pages.partitionTables,
  },
  'plan.wrongChip': {
    title: '{name} is made for {imageChip}, but this board has an {chip}.',
    steps: ['Get the firmware for {chip}.', 'If another board was meant, plug it in and choose it.'],
    link: null,
  },
  'plan.wrongRevision': {
    title: '{name} needs chip revision {required}, but this {chip} is revision {revision}.',
    steps: ['Get a build of the firmware for this chip revision.'],
    link: null,
  },
  'plan.wrongBootloaderOffset': {
    title: 'The bootloader {name} is at {offset}, where {chip} does not look for it.',
    steps: ['Move it to {expectedOffset}.'],
    link: pages.bootMode,
  },
  'plan.imageBroken': {
    title: '{name} is damaged: {reason}.',
    steps: ['Build or download the file again.'],
    link: pages.imageFormat,
  },
  'plan.partitionTableTooLarge': {
    title: 'The partition table {name} reaches to {endOffset}, but the flash memory only has {flashSizeBytes}.',
    steps: ['Use firmware made for this flash size, or a board with more flash.'],
    link: pages.partitionTables,
  },
  'plan.appTooLarge': {
    title: 'The program {name} has {sizeBytes}, but its partition {partition} only has room for {partitionSizeBytes}.',
    steps: ['Write the partition table that was built together with this program.'],
    link: pages.partitionTables,
  },
  'plan.sharedSector': {
    title: '{name} and {otherName} share the 4 KB of flash at {offset}, which can only be erased together.',
    steps: ['Move one of the two to the next multiple of 0x1000.'],
    link: null,
  },
  'plan.erasesBefore': {
    title: 'Writing {name} at {offset} also erases what is there from {erasedOffset} on.',
    steps: ['Use an address that is a multiple of 0x1000, unless nothing important is there.'],
    link: null,
  },
  'plan.appAtBootloader': {
    title: '{name} is a program, but it is at {offset}, the place of the bootloader of {chip}.',
    steps: ['Move it to {expectedOffset}.'],
    link: pages.partitionTables,
  },
  'plan.appNotOnPartition': {
    title: 'The program {name} is at {offset}, where no partition for programs begins.',
    steps: ['Move it to {expectedOffset}, where the partition {partition} begins.'],
    link: pages.partitionTables,
  },
  'plan.wrongTableOffset': {
    title: 'The partition table {name} is at {offset}, where the bootloader does not look for it.',
    steps: ['Move it to {expectedOffset}, unless your bootloader was built for another place.'],
    link: pages.partitionTables,
  },
  'plan.partitionTableBroken': {
    title: 'The partition table {name} is wrong at {partition}: {reason}.',
    steps: ['Build or download the partition table again.'],
    link: pages.partitionTables,
  },
  'plan.headerSizeMismatch': {
    title: '{name} is set to {headerSizeBytes} of flash, but the board has {flashSizeBytes}.',
    steps: ['Set the flash size to automatic, so that the right size is put into the file as it is written.'],
    link: pages.flashModes,
  },
  'plan.signedNotPatched': {
    title: '{name} is signed, so its flash settings stay as they are.',
    steps: ['Build it with the right flash settings, if these are wrong; then sign it again.'],
    link: pages.flashModes,
  },
  'plan.builtForEncryption': {
    title: '{name} was built for flash encryption, and is written as it is, not encrypted.',
    steps: [
      'On a new board this is right: it encrypts its flash memory for good when it first starts.',
      'If you do not want that, build the firmware with flash encryption turned off.',
    ],
    link: pages.flashEncryption,
  },
  'plan.noBootloader': {
    title: 'The flash memory is to be erased, but no bootloader is written afterwards: {chip} will not start.',
    steps: ['Add the bootloader at {expectedOffset}, or do not erase everything first.'],
    link: pages.bootMode,
  },
  'plan.noPartitionTable': {
    title: 'The flash memory is to be erased, but no partition table is written afterwards: {chip} will not start.',
    steps: ['Add the partition table at {expectedOffset}, or do not erase everything first.'],
    link: pages.partitionTables,
  },
  'plan.noBootloaderThere': {
    title: 'There is no bootloader on the board and none among the files: the {chip} will not start.',
    steps: ['Add the bootloader of the same build at {expectedOffset}, or use the whole firmware in one file.'],
    link: pages.bootMode,
  },
  'plan.noTableThere': {
    title: 'There is no partition table on the board and none among the files: the {chip} will not start.',
    steps: ['Add the partition table of the same build at {expectedOffset}.'],
    link: pages.partitionTables,
  },
  'plan.otherAppStarts': {
    title: 'The board starts {starting}, but {name} goes to {partition}.',
    steps: [
      'Move it to {expectedOffset}, where {starting} begins.',
      'Or add the OTA data of the same build (ota_data_initial.bin or boot_app0.bin), which makes the first app start.',
    ],
    link: pages.partitionTables,
  },
  'plan.everythingErased': {
    title: 'Everything on the board is erased first: saved settings, Wi-Fi and files will be lost.',
    steps: ['Turn off “Erase everything first” to keep them.'],
    link: null,
  },
  'plan.dataOverwritten': {
    title: 'What is saved on the board will be overwritten by {name}: {partitions}.',
    steps: ['Make a backup first if you need it, or leave the file out.'],
    link: pages.partitionTables,
  },
  'plan.dataOutOfReach': {
    title: 'The new partition table has no place for what is saved on the board: {partitions}.',
    steps: ['Make a backup first if you need it.', 'Or use firmware with the same partition table as on the board.'],
    link: pages.partitionTables,
  },
  'plan.settingsWithheld': {
    title: '{name} brings saved settings of its own ({partitions}). They are left out, so that yours stay.',
    steps: ['Write the file as it is to replace the settings on the board, as when restoring a backup.'],
    link: null,
  },
};
