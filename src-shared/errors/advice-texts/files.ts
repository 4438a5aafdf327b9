import { pages, type AdviceOf } from './advice-text';

/** Texts for `file.*`. */
export const fileAdvice: AdviceOf<'file'> = {
  'file.notFound': {
    title: '{name} was not found.',
    cause: 'It was moved, renamed or deleted, or it is still being built.',
    steps: ['Check the name and the folder, or choose the file again.'],
    link: null,
  },
  'file.unreadable': {
    title: '{name} cannot be read: {reason}.',
    cause: 'It belongs to another user, or another program keeps it to itself.',
    steps: ['Check that you may open the file, or copy it to another folder and choose it there.'],
    link: null,
  },
  'file.empty': {
    title: '{name} is empty.',
    cause: 'The build or the download probably stopped halfway.',
    steps: ['Build or download the file again.'],
    link: null,
  },
  'file.tooLarge': {
    title: '{name} is too large: {sizeBytes}, where {limitBytes} is the most.',
    cause: 'It is probably not a firmware file.',
    steps: ['Check that this is the right file.'],
    link: null,
  },
  'file.changed': {
    title: '{name} was changed after you chose it.',
    cause: 'It was probably built again meanwhile.',
    steps: ['Choose the file again, so that what is checked is what is written.'],
    link: null,
  },
  'file.isFolder': {
    title: '{name} is a folder.',
    cause: 'A folder stands where a file is expected.',
    steps: ['Choose a file in it.'],
    link: null,
  },
  'file.notUnderstood': {
    title: '{name} could not be understood: {reason}.',
    cause: 'It was probably cut off while being downloaded, or is of another kind than its name says.',
    steps: ['Build or download the file again.', 'Check that it is firmware for an Espressif chip.'],
    link: pages.imageFormat,
  },
  'file.badLine': {
    title: 'Line {line} of {name} makes no sense: “{text}”.',
    cause: 'The line has a wrong number of fields or a value that no partition can have.',
    steps: ['Write it as name, type, subtype, offset, size, flags, with commas between them.'],
    link: pages.partitionTables,
  },
  'file.nothingInside': {
    title: 'There is no firmware in {name}.',
    cause: 'The project is probably not built yet, or it is another folder.',
    steps: [
      'Build the project first, if it is one.',
      'Choose the folder in which the files end in .bin, or such a file itself.',
    ],
    link: null,
  },
  'file.tooManyInside': {
    title: '{name} holds more than {limit} files.',
    cause: 'It is probably not a firmware package.',
    steps: ['Choose the firmware files in it instead.'],
    link: null,
  },
  'file.encrypted': {
    title: '{name} is protected by a password.',
    cause: 'Whoever packed it set a password.',
    steps: ['Unpack it with its password, then choose the folder with the unpacked files.'],
    link: null,
  },
  'file.severalBuilds': {
    title: '{name} holds more than one build: {builds}.',
    cause: 'The project was built for several boards or environments.',
    steps: ['Choose the folder of the one that you mean.'],
    link: null,
  },
  'file.partMissing': {
    title: '{name} names the file {part}, which is not there.',
    cause: 'The build is probably not complete, or only a part of the download was unpacked.',
    steps: ['Build the project again, or unpack the whole download.'],
    link: null,
  },
  'file.partRemote': {
    title: '{name} names {part}, which is on the internet. Nothing is downloaded.',
    cause: 'It was made for an installer in a web page, which fetches its files itself.',
    steps: ['Download that file, then choose it here.'],
    link: null,
  },
  'file.partOutside': {
    title: '{name} names {part}, which is outside of its folder.',
    cause: 'It was made on a computer with other folders, or by somebody who should not be trusted.',
    steps: ['If you trust that file, choose it by itself.'],
    link: null,
  },
  'file.notWritten': {
    title: '{name} could not be written: {reason}.',
    cause: 'The disk is full, the folder is gone, or you may not write there.',
    steps: ['Check that the folder exists, that you may write there and that the disk is not full.'],
    link: null,
  },
  'file.noRoom': {
    title: 'There is no room for {name}: {missingBytes} are missing.',
    cause: 'All files together, with what the filesystem needs for itself, are larger than the partition.',
    steps: ['Leave files out or make them smaller, or use a larger partition.'],
    link: null,
  },
  'file.nameTooLong': {
    title: 'The name {name} is too long: {limit} characters are the most.',
    cause: 'The filesystem has no more room for a name. Letters other than A to Z can count more than once.',
    steps: ['Use a shorter name.'],
    link: null,
  },
  'file.nameNotAllowed': {
    title: '{name} cannot be a name here.',
    cause: 'It has characters that the filesystem does not allow, is there twice, or leads through a file.',
    steps: ['Use another name.'],
    link: null,
  },
  'file.noFolders': {
    title: '{name} is a folder, and this filesystem has none.',
    cause: 'In SPIFFS, folders are only part of the names of files.',
    steps: ['Leave the folder out; its files keep their whole names.'],
    link: null,
  },
  'file.isInput': {
    title: 'The result would replace {name}, which it is made from.',
    cause: 'The same name was chosen for the source and for the result.',
    steps: ['Choose another name for the result.'],
    link: null,
  },
};

/** Texts for `image.*`. */
export const imageAdvice: AdviceOf<'image'> = {
  'image.notBuilt': {
    title: 'No image can be made of {name}: {reason}.',
    cause: 'The program was probably linked for another chip, or with parts in memory that an image cannot fill.',
    steps: ['Check that the chip and the options fit this program.', 'Look at the linker script it was built with.'],
    link: pages.imageFormat,
  },
};

/** Texts for `input.*`. */
export const inputAdvice: AdviceOf<'input'> = {
  'input.notANumber': {
    title: '{what}: “{text}” is not a number that fits.',
    cause: 'There is probably a letter too many, or the number is larger than what fits here.',
    steps: ['Write it like 0x10000, 65536, 64k or 4M.'],
    link: null,
  },
  'input.missing': {
    title: 'Something is missing: {what}.',
    cause: 'A part of the order was left out.',
    steps: ['Add it and try again.'],
    link: null,
  },
  'input.addressNotWanted': {
    title: '{name} brings its own addresses; {text} has no place there.',
    cause: 'The file says itself where its parts belong.',
    steps: ['Leave the address out.'],
    link: null,
  },
  'input.unknownOption': {
    title: '“{text}” is not a known option.',
    cause: 'It is probably misspelt, or belongs to another command.',
    steps: ['Check the spelling; esplanade --help lists the commands, esplanade help and a command its options.'],
    link: null,
  },
  'input.badChoice': {
    title: '{what}: “{text}” is not one of the choices.',
    cause: 'It is probably misspelt, or another chip or command has it.',
    steps: ['Choose one of: {choices}.'],
    link: null,
  },
};
