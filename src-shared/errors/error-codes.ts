/**
 * Every way in which something can fail, with the facts that its advice may use.
 *
 * A code is never renamed after a release: tests, scripts and bug reports rely on it. A code says
 * what happened, not where. Facts are plain data (they cross IPC) and never hold keys or passwords.
 */
export interface ErrorFacts {
  // --- ports -------------------------------------------------------------------------------
  'port.notFound': { path: string };
  'port.busy': { path: string; holder?: string };
  'port.forbidden': { path: string; group?: string };
  'port.openFailed': { path: string; reason: string };
  /** A network port: nobody is there, or nobody who understands. */
  'port.unreachable': { path: string; reason: string };
  'port.badAddress': { path: string; reason: string };
  'port.unplugged': { path: string };
  'port.notOpen': { path: string };
  'port.writeFailed': { path: string; reason: string };
  'port.baudRateRefused': { path: string; baudRate: number };
  'port.noneFound': Record<string, never>;
  /** The address at which a shared port was to be listened for. */
  'port.cannotListen': { address: string; reason: string };
  /** The board of a shared port has gone and stayed away. */
  'port.shareEnded': { path: string };

  // --- connecting --------------------------------------------------------------------------
  /** Nothing at all came back. */
  'connect.noReply': { path: string; attempts: number };
  /** The chip printed a boot log that shows it started from flash instead of download mode. */
  'connect.wrongBootMode': {
    path: string;
    bootMode: number;
    /** Told by the banner of its ROM. */
    chip?: string;
    /** The strapping pins as the chip saw them, `GPIO0 = 1, GPIO2 = 0`. */
    straps?: string;
    bootLog: string;
  };
  /** Bytes came back, but they are neither frames nor a boot log. */
  'connect.noise': { path: string; sample: string };
  'connect.notEspressif': { path: string };
  'connect.unknownChip': { chipId?: number; magic?: number };
  'connect.wrongChip': { expected: string; found: string };

  // --- protocol ----------------------------------------------------------------------------
  'protocol.timeout': { command: string; timeoutMs: number };
  'protocol.badFrame': { reason: string; sample: string };
  'protocol.badReply': { command: string; reason: string };
  /** The loader itself said no: status byte 1 and its reason byte. */
  'protocol.commandFailed': { command: string; reason: number; meaning: string };
  'protocol.unsupported': { command: string; chip: string; loader: 'rom' | 'stub' };
  /** `received`: what came instead of the stub's greeting, hexadecimal; absent where nothing came. */
  'stub.startFailed': { chip: string; received?: string };
  'stub.noImage': { chip: string };

  // --- flash -------------------------------------------------------------------------------
  'flash.noAnswer': { flashId: number };
  'flash.sizeUnknown': { flashId: number };
  /** Secure Download Mode keeps it to itself, and nobody said it. */
  'flash.sizeNotTold': { chip: string };
  /** Secure Download Mode again: it writes, and does not tell what it wrote. */
  'flash.cannotProve': { chip: string };
  'flash.verifyFailed': { name: string; offset: number; sizeBytes: number; expected: string; actual: string };
  /** Written with encryption, but what lies in flash is the plain file. */
  'flash.notEncrypted': { name: string; offset: number };
  /** The eFuses forbid encrypted writes from outside for good. */
  'flash.encryptedWriteForbidden': { chip: string };
  /** Compared, and not the same. */
  'flash.differs': { name: string; offset: number; sectors: number };
  /** What the chip reads there is not the same twice. */
  'flash.readUnstable': { offset: number; sizeBytes: number };
  /** The part took the command and kept its contents. */
  'flash.notErased': { offset: number; sizeBytes: number };
  /** Between the look at the status registers and the write they became something else. Both in hex digits. */
  'flash.statusChanged': { was: string; now: string };
  /** Between the read of a partition with files and the write something in it became another. */
  'flash.filesChanged': { name: string };
  'flash.encrypted': { chip: string };
  'flash.secureBoot': { chip: string };
  'flash.secureDownloadMode': { chip: string; operation: string };
  /** Secure Download Mode: everything was sent and accepted, and nothing of it can be proven. */
  'flash.notVerified': { chip: string };

  // --- what the user handed in -------------------------------------------------------------
  'file.notFound': { name: string };
  'file.unreadable': { name: string; reason: string };
  'file.empty': { name: string };
  'file.tooLarge': { name: string; sizeBytes: number; limitBytes: number };
  'file.changed': { name: string };
  'file.isFolder': { name: string };
  'file.notUnderstood': { name: string; reason: string; at?: number };
  /** A line of a table that makes no sense. */
  'file.badLine': { name: string; line: number; text: string };
  /** A folder or zip file without anything that could be written. */
  'file.nothingInside': { name: string };
  'file.tooManyInside': { name: string; limit: number };
  /** A zip file that asks for a password. */
  'file.encrypted': { name: string };
  /** Builds for one and the same chip, of which only one can be meant. */
  'file.severalBuilds': { name: string; builds: string };
  /** What a list of files (`name`) names is not there. */
  'file.partMissing': { name: string; part: string };
  'file.partRemote': { name: string; part: string };
  'file.partOutside': { name: string; part: string };
  'file.notWritten': { name: string; reason: string };
  /** The result would have taken the place of the file that it is made from. */
  'file.isInput': { name: string };
  /** A filesystem that is made has no place for this file (`name`: its path); so much is missing for all of them. */
  'file.noRoom': { name: string; missingBytes: number };
  'file.nameTooLong': { name: string; limit: number };
  'file.nameNotAllowed': { name: string };
  /** A folder (`name`: its path) in a filesystem that has none. */
  'file.noFolders': { name: string };
  'setup.notUnderstood': { name: string; reason: string };
  /** Written by a later version of this program, in a form that is not known here. */
  'setup.tooNew': { name: string; version: number };
  /** What a setup came with or names (`part`) is not in the source `name`. */
  'setup.partMissing': { name: string; part: string };
  /** A setup names a file on another computer, which would be signed in to. */
  'setup.fileOnNetwork': { name: string };
  /** No image can be made of this; `address`: of the segment that is in the way. */
  'image.notBuilt': { name: string; reason: string; address?: number };
  'input.notANumber': { text: string; what: string };
  'input.missing': { what: string };
  /** An address beside a folder or file that brings several of its own. */
  'input.addressNotWanted': { text: string; name: string };
  'input.unknownOption': { text: string };
  'input.badChoice': { text: string; what: string; choices: string };

  // --- plan --------------------------------------------------------------------------------
  'plan.nothingToWrite': Record<string, never>;
  /** An encrypted write to a chip whose flash encryption is not turned on. */
  'plan.notEncrypting': { chip: string };
  /** A chip without flash encryption, or without a published one. */
  'plan.cannotEncrypt': { chip: string };
  'plan.unaligned': { name: string; offset: number; align: number };
  'plan.overlap': { name: string; otherName: string; offset: number; endOffset: number };
  'plan.pastEnd': { name: string; endOffset: number; flashSizeBytes: number };
  'plan.wrongChip': { name: string; imageChip: string; chip: string };
  'plan.wrongRevision': { name: string; chip: string; revision: string; minimum: string; maximum?: string };
  'plan.wrongBootloaderOffset': { name: string; offset: number; expectedOffset: number; chip: string };
  /** A file that holds everything is away from its place. */
  'plan.wrongMergedOffset': { name: string; offset: number; expectedOffset: number };
  /** It would replace the bootloader of a chip with secure boot. */
  'plan.secureBootloader': { name: string; chip: string };
  /** For a chip with secure boot. */
  'plan.unsignedApp': { name: string; chip: string };
  'plan.imageBroken': { name: string; reason: string };
  'plan.partitionTableTooLarge': { name: string; endOffset: number; flashSizeBytes: number };
  'plan.appTooLarge': {
    name: string;
    sizeBytes: number;
    partition: string;
    partitionSizeBytes: number;
    /** Often so little that the two sizes look the same. */
    excessBytes: number;
  };
  /** Two files in one 4 KiB sector: erasing it for one takes part of the other. */
  'plan.sharedSector': { name: string; otherName: string; offset: number };
  /** Not at the start of a sector: what lies before the file in its first sector is erased too. */
  'plan.erasesBefore': { name: string; offset: number; erasedOffset: number };
  'plan.appAtBootloader': { name: string; offset: number; expectedOffset: number; chip: string };
  'plan.appNotOnPartition': { name: string; offset: number; partition: string; expectedOffset: number };
  'plan.wrongTableOffset': { name: string; offset: number; expectedOffset: number };
  /** Rows that overlap, lie off their boundary, are empty or bear the same name. */
  'plan.partitionTableBroken': { name: string; partition: string; reason: string };
  /** The image's header tells the bootloader of more (or less, with a table that needs more) flash than there is. */
  'plan.headerSizeMismatch': { name: string; headerSizeBytes: number; flashSizeBytes: number };
  /** Settings were to be put into a signed image, which would break the signature; it is written as it is. */
  'plan.signedNotPatched': { name: string };
  /** Encrypted by the chip itself when it first starts, or by a write for which this is not the way. */
  'plan.builtForEncryption': { name: string };
  /** The flash is to be erased and nothing brings back the bootloader. */
  'plan.noBootloader': { chip: string; expectedOffset: number };
  'plan.noPartitionTable': { chip: string; expectedOffset: number };
  /** An app is written to a board on which there is no bootloader, or no partition table. */
  'plan.noBootloaderThere': { chip: string; expectedOffset: number };
  'plan.noTableThere': { chip: string; expectedOffset: number };
  /** The board was told to start the app in another partition. */
  'plan.otherAppStarts': { name: string; partition: string; starting: string; expectedOffset: number };
  /** What is saved on the board and lost; `partitions` as their table names them, with commas between. */
  'plan.everythingErased': Record<string, never>;
  'plan.dataOverwritten': { name: string; partitions: string };
  'plan.dataOutOfReach': { name: string; partitions: string };
  /** A merged file brings settings of its own, which are not written so that those of the board stay. */
  'plan.settingsWithheld': { name: string; partitions: string };

  // --- jobs and the program itself -----------------------------------------------------------
  'job.cancelled': Record<string, never>;
  'job.portInUse': { path: string };
  /** It is given to other programs over the network. */
  'job.portShared': { path: string };
  'job.notFound': { jobId: string };
  'ipc.badRequest': { channel: string; reason: string };
  'ipc.forbiddenSender': { channel: string };
  /** The entry was removed meanwhile. */
  'history.notFound': Record<string, never>;
  /** What was flashed is not written down. */
  'history.notKept': { reason: string };
  'settings.unreadable': { reason: string };
  'settings.notSaved': { reason: string };
  internal: { reason: string };
}

/** A stable name for one way to fail, such as `connect.wrongBootMode`. */
export type ErrorCode = keyof ErrorFacts;

/** How a job that did not succeed ended; the window shows the three differently. */
export type FailureKind = 'cancelled' | 'unplugged' | 'failed';

/** Which of the three outcomes a code stands for. */
export function failureKindOf(code: ErrorCode): FailureKind {
  if (code === 'job.cancelled') return 'cancelled';
  if (code === 'port.unplugged') return 'unplugged';
  return 'failed';
}
