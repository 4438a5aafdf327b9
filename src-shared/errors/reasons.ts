import type { AppErrorData } from './app-error';

/**
 * Every phrase that becomes the `reason` or `meaning` of an error, as it is made in English where the error is thrown,
 * with names for the values in it. That phrase stays the fact, for logs, command line and copied details; the window
 * says it in its language. Not here are the words of `internal` and `ipc.badRequest`, which are for those who mend this
 * program. `test/errors/reasons.test.ts` holds the list against the sources.
 */
const phrases = [
  // Files of a format (src-shared/formats).
  'the file ends too early',
  'unexpected first byte',
  'unexpected magic number',
  'no segments',
  'too many segments',
  'a segment is longer than the file',
  'not a 32-bit program for Xtensa or RISC-V',
  'sections overlap in the file',
  'not a partition table entry',
  'too many partition table entries',
  'the partition table has no end mark',
  'the partition table checksum is wrong',
  'a name is not text',
  'the number of blocks does not match',
  'a checksum is wrong',
  'an unknown record type',
  'not a hexadecimal digit',
  'the end record is missing',
  'data after the end record',
  'two records overlap',
  'there is no such file',
  // Files, folders, setups.
  'not a regular file',
  'it is not text',
  'it is not valid JSON',
  '“{text}” is not an address',
  'no file follows {text}',
  'its content',
  '{place} is not as ESP-IDF writes it',
  '{place} is not as in a manifest',
  'no chip in it is known ({chips})',
  'the zip file is damaged',
  'it is neither a flasher_args.json nor a manifest of ESP Web Tools',
  'it is not a setup of Esplanade',
  '{place} makes no sense',
  'it has more than {count} rows',
  'it is damaged',
  'there are no files in it',
  'there is no setup in it',
  // Making images of programs, and running them.
  'nothing in it belongs in memory or flash',
  'more than 16 segments',
  'two segments lie in the same page of mapped flash',
  'a segment does not start on a multiple of 4',
  'more than one segment runs from flash',
  'both parts belong at the start of the flash',
  'the place for the SHA-256 of the program lies in no segment',
  'the place for the SHA-256 of the program is not empty',
  'secure padding needs the SHA-256 at the end',
  'it fits the memory of no chip',
  'its checksum or digest does not match',
  'the segment for 0x{address} belongs into flash',
  // Rows of a partition table.
  'it has no name',
  'its name is too long',
  'its name has signs that it must not have',
  'another partition has the same name',
  'its type is unknown',
  'its subtype is unknown',
  'it has no type',
  'it has no subtype',
  'another partition has the same subtype',
  'its offset is no number',
  'its offset is not known',
  'its offset is not a multiple of 0x1000',
  'its offset is not a multiple of 0x10000',
  'it begins before the end of the table',
  'it overlaps another partition',
  'it ends past the end of the flash',
  'its size is no number',
  'it has no size',
  'its size is not a multiple of 0x1000',
  'OTA data has 0x2000 bytes',
  'NVS needs 0x3000 bytes',
  'it cannot be read-only',
  'the table has no room for it',
  'the table has no partitions',
  'there is no place for an app',
  'the OTA slots are not numbered from 0',
  'several OTA slots need OTA data',
  // What the chip's loader says, or says wrongly.
  'invalid message',
  'failed to act',
  'invalid checksum',
  'flash write error',
  'flash read error',
  'flash read length error',
  'deflate error',
  'bad data length',
  'bad data checksum',
  'bad block size',
  'invalid command',
  'SPI operation failed',
  'SPI unlock failed',
  'not in flash mode',
  'inflate error',
  'not enough data',
  'too much data',
  'command not implemented',
  'unknown reason',
  'bad escape',
  'too long',
  '{count} bytes of data and status',
  'the controller stays busy',
  'a packet of {count} bytes instead of {expected}',
  'the digest does not match the data',
  // Ports of networks, and virtual ones.
  'expected rfc2217://host:port, socket://host:port or sim://chip',
  'expected {scheme}://host:port',
  'the port number must be between 1 and 65535',
  'socket:// takes no options',
  '{option} is none of ign_set_control, poll_modem, timeout',
  'timeout takes a number of seconds',
  'there is no host of that name',
  'connection refused',
  'address not reachable',
  'no answer from that address',
  'the far side accepts no data',
  'no RFC 2217 server is at that address',
  'the server does not set the port up',
  'the server holds back what is sent',
  'the server hung up',
  'the server does not answer',
  'it is in use',
  'it is reserved',
  'expected sim:// and the name of a chip',
  '{text} is none of {choices}',
  '{chip} has no USB-Serial/JTAG',
  'it holds {count} bytes, the flash {flashCount}',
  'it holds {count} bytes, and there is no flash of that size',
] as const;

/** Codes and words of operating systems and drivers, which are passed on as they come, in plain words. */
const systemWords = [
  [/\b(?:EACCES|EPERM)\b/, 'the system does not allow it'],
  [/\b(?:ENOENT|ENOTDIR)\b/, 'it was not found'],
  [/\b(?:ENOSPC|EDQUOT)\b/, 'the disk is full'],
  [/\bEROFS\b/, 'nothing can be written there'],
  [/\bEFBIG\b/, 'it is too large for that disk'],
  [/\b(?:EBUSY|ETXTBSY)\b/, 'another program is using it'],
  [/\bEISDIR\b|^Is a directory/, 'it is a folder'],
  [/\bENAMETOOLONG\b/, 'the name is too long'],
  [/\b(?:EMFILE|ENFILE)\b/, 'too many files are open'],
  [/\bEIO\b|Input\/output error/, 'reading or writing failed'],
  [/\bENOTTY\b|Inappropriate ioctl/, 'it is not a serial port'],
  [/Unknown error code (?<code>\d+)/, 'the driver reports error {code}'],
  [/\bEADDRNOTAVAIL\b/, 'this computer does not have that address'],
  [/\bETIMEDOUT\b/, 'no answer from that address'],
  [/\b(?:EHOSTDOWN|ENETDOWN|EHOSTUNREACH|ENETUNREACH)\b/, 'address not reachable'],
  [/\b(?:ECONNRESET|ECONNABORTED|EPIPE)\b/, 'the connection broke'],
] as const satisfies readonly (readonly [RegExp, string])[];

/** A phrase with `{names}` where values go, such as `it has more than {count} rows`. */
export type ReasonTemplate = (typeof phrases)[number] | (typeof systemWords)[number][1];

/** The phrases of one language. Not vue-i18n messages: they may hold any sign. */
export type ReasonTexts = Readonly<Record<ReasonTemplate, string>>;

/** The phrases that this program makes itself. */
export const ownReasons: readonly ReasonTemplate[] = phrases;

/** In English every phrase is itself. */
export const reasonTexts = Object.fromEntries(
  [...phrases, ...systemWords.map(([, phrase]) => phrase)].map((phrase) => [phrase, phrase]),
) as ReasonTexts;

/** What is said most exactly first: `{option} is none of a, b` before `{text} is none of {choices}`. */
const patterns: readonly (readonly [RegExp, ReasonTemplate])[] = [
  ...[...phrases]
    .sort((a, b) => literalLength(b) - literalLength(a))
    .map((phrase) => [patternOf(phrase), phrase] as const),
  ...systemWords,
];

/** A reason in the words of a language; what is not known, such as a library's own message, as it is. */
export function reasonIn(texts: ReasonTexts, reason: string): string {
  for (const [pattern, template] of patterns) {
    const match = pattern.exec(reason);
    if (match === null) continue;
    return texts[template].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = match.groups?.[name] ?? whole;
      // `its content` stands where the name of a place would.
      return Object.hasOwn(texts, value) ? texts[value as ReasonTemplate] : value;
    });
  }
  return reason;
}

/** The error with the phrases among its facts in the words of a language. */
export function withReasonsIn(texts: ReasonTexts, error: AppErrorData): AppErrorData {
  const facts: Record<string, unknown> = { ...error.facts };
  for (const name of ['reason', 'meaning']) {
    const said = facts[name];
    if (typeof said === 'string') facts[name] = reasonIn(texts, said);
  }
  return { code: error.code, facts } as unknown as AppErrorData;
}

function literalLength(template: string): number {
  return template.replaceAll(/\{\w+\}/g, '').length;
}

function patternOf(template: string): RegExp {
  const literal = template.replaceAll(/[.*+?^$()[\]\\|/]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`, 's');
}
