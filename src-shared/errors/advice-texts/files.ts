import { pages, type AdviceOf } from './advice-text';

/** Texts for `file.*`. */
export const fileAdvice: AdviceOf<'file'> = {
  'file.notFound': {
    title: '{name} was not found.',
    steps: ['Check the name and the folder, or choose the file again.'],
    link: null,
  },
  'file.unreadable': {
    title: '{name} cannot be read: {reason}.',
    steps: ['Check that you may open the file, or copy it to another folder and choose it there.'],
    link: null,
  },
  'file.empty': {
    title: '{name} is empty.',
    steps: ['Build or download the file again.'],
    link: null,
  },
  'file.tooLarge': {
    title: '{name} is too large: {sizeBytes}, where {limitBytes} is the most.',
    steps: ['Check that this is the right file.'],
    link: null,
  },
  'file.changed': {
    title: '{name} was changed after you chose it.',
    steps: ['Choose the file again, so that what is checked is what is written.'],
    link: null,
  },
  'file.isFolder': {
    title: '{name} is a folder.',
    steps: ['Choose a file in it.'],
    link: null,
  },
  'file.notUnderstood': {
    title: '{name} could not be understood: {reason}.',
    steps: ['Build or download the file again.', 'Check that it is firmware for an Espressif chip.'],
    link: pages.imageFormat,
  },
  'file.badLine': {
    title: 'Line {line} of {name} makes no sense: “{text}”.',
    steps: ['Write it as name, type, subtype, offset, size, flags, with commas between them.'],
    link: pages.partitionTables,
  },
  'file.nothingInside': {
    title: 'There is no firmware in {name}.',
    steps: [
      'Build the project first, if it is one.',
      'Choose the folder in which the files end in .bin, or such a file itself.',
    ],
    link: null,
  },
  'file.tooManyInside': {
    title: '{name} holds more than {limit} files.',
    steps: ['Choose the firmware files in it instead.'],
    link: null,
  },
  'file.encrypted': {
    title: '{name} is protected by a password.',
    steps: ['Unpack it with its password, then choose the folder with the unpacked files.'],
    link: null,
  },
  'file.severalBuilds': {
    title: '{name} holds more than one build: {builds}.',
    steps: ['Choose the folder of the one that you mean.'],
    link: null,
  },
  'file.partMissing': {
    title: '{name} names the file {part}, which is not there.',
    steps: ['Build the project again, or unpack the whole download.'],
    link: null,
  },
  'file.partRemote': {
    title: '{name} names {part}, which is on the internet. Nothing is downloaded.',
    steps: ['Download that file, then choose it here.'],
    link: null,
  },
  'file.partOutside': {
    title: '{name} names {part}, which is outside of its folder.',
    steps: ['If you trust that file, choose it by itself.'],
    link: null,
  },
  'file.notWritten': {
    title: '{name} could not be written: {reason}.',
    steps: ['Check that the folder exists, that you may write there and that the disk is not full.'],
    link: null,
  },
  'file.isInput': {
    title: 'The result would replace {name}, which it is made from.',
    steps: ['Choose another name for the result.'],
    link: null,
  },
};

/** Texts for `image.*`. */
export const imageAdvice: AdviceOf<'image'> = {
  'image.notBuilt': {
    title: 'No image can be made of {name}: {reason}.',
    steps: ['Check that the chip and the options fit this program.', 'Look at the linker script it was built with.'],
    link: pages.imageFormat,
  },
};

/** Texts for `input.*`. */
export const inputAdvice: AdviceOf<'input'> = {
  'input.notANumber': {
    title: '{what}: “{text}” is not a number that fits.',
    steps: ['Write it like 0x10000, 65536, 64k or 4M.'],
    link: null,
  },
  'input.missing': {
    title: 'Something is missing: {what}.',
    steps: ['Add it and try again.'],
    link: null,
  },
  'input.addressNotWanted': {
    title: '{name} brings its own addresses; {text} has no place there.',
    steps: ['Leave the address out.'],
    link: null,
  },
  'input.unknownOption': {
    title: '“{text}” is not a known option.',
    steps: ['Check the spelling; esplanade --help lists the commands, esplanade help and a command its options.'],
    link: null,
  },
  'input.badChoice': {
    title: '{what}: “{text}” is not one of the choices.',
    steps: ['Choose one of: {choices}.'],
    link: null,
  },
};
