/** The settings that programs keep on a board, and what is saved about a board. */
export const nvsTexts = {
  nvs: {
    title: 'Settings on the board',
    text: 'What its programs keep in NVS, such as networks and names. Reading it restarts the board.',
    which: 'Partition',
    read: 'Read the settings',
    readAgain: 'Read them again',
    save: 'Save as CSV',
    needTable: 'Read the partition table first: it says where the settings are.',
    noPartition: 'The partition table has no partition for settings (NVS).',
    esp8266: 'An ESP8266 has no such settings: its programs keep what they need in ways of their own.',
    tooLarge: 'The partition is larger than settings can be.',
    state: {
      empty: 'Nothing is kept there yet.',
      encrypted: 'The settings are encrypted (NVS encryption). Only the board itself can read them.',
      foreign: 'What lies there is no NVS. The flash may be encrypted, or another program may use the place.',
      none: 'There are no values.',
    },
    count: '{shown} of {count} value | {shown} of {count} values',
    use: '{used} of {count} rows used, {erased} to be tidied up',
    filter: 'Filter',
    filterHint: 'Namespace, key or value',
    nothingFound: 'No value has that in it.',
    showHidden: 'Show hidden values',
    showHiddenHint: 'Passwords and keys, told by their names',
    list: 'Values',
    namespace: 'Namespace',
    key: 'Key',
    type: 'Type',
    value: 'Value',
    hidden: 'hidden',
    types: { string: 'text', blob: 'bytes' },
    show: 'Show the value',
    hide: 'Hide it',
    showAll: 'Show all of it',
    copy: 'Copy the value',
    choose: 'Choose a value to see all of it.',
    cut: 'There is more; the saved table has all of it.',
    notes: 'What was left out',
    note: {
      damagedPage: 'A page is damaged and was left out. | {count} pages are damaged and were left out.',
      newerPage:
        'A page is of a newer format and was left out. | {count} pages are of a newer format and were left out.',
      entryChecksum:
        'A value has a wrong checksum and was left out. | {count} values have a wrong checksum and were left out.',
      entryShape: 'A value makes no sense and was left out. | {count} values make no sense and were left out.',
      dataChecksum:
        'A text or blob is damaged and was left out. | {count} texts or blobs are damaged and were left out.',
      unknownType:
        'A value is of an unknown type and was left out. | {count} values are of an unknown type and were left out.',
      chunkMissing: 'A blob is not whole and was left out. | {count} blobs are not whole and were left out.',
      looseChunk: 'A part of a blob belongs to nothing. | {count} parts of blobs belong to nothing.',
      overwritten:
        'An older value was still there; the newer one is shown. | {count} older values were still there; the newer ones are shown.',
      unknownNamespace:
        'A value belongs to a namespace without a name. | {count} values belong to namespaces without a name.',
      partialPage: 'The partition does not end with a whole page.',
    },
    noteAt: 'First on page {page}.',
    saveTitle: 'Save the settings as CSV',
    saveText:
      'The file holds every value as plain text, passwords and keys included. Whoever gets it can read them. It has the form that ESP-IDF’s nvs_partition_gen takes.',
    saveButton: 'Choose a place',
    leftOut:
      'A value is not in it: the form has no place for it. | {count} values are not in it: the form has no place for them.',
  },
  boardFile: {
    button: 'Export as JSON',
    title: 'Export as JSON',
    text: 'Everything that was read from this board, for other programs.',
    withSecrets: 'With passwords and keys',
    withSecretsHint: 'Whoever gets the file can read them.',
    noSecrets: 'The settings were not read; they are not in it.',
    save: 'Choose a place',
  },
  dialog: { cancel: 'Cancel' },
};
