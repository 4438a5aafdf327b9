import type { ErrorCode } from '../error-codes';

/**
 * What to tell a person about one error code, in plain English. `{name}` stands for a value of
 * `adviceParameters`. The texts are vue-i18n messages: no bare at sign, pipe, brace or dollar sign.
 */
export interface AdviceText {
  /** One sentence: what happened. */
  readonly title: string;
  /** One sentence: what it probably is. */
  readonly cause: string;
  /** What to do, most promising first; one to four short sentences. */
  readonly steps: readonly string[];
  /** A page with more about it, at Espressif; null where none helps. */
  readonly link: string | null;
}

/** The texts of one area: complete for every code that starts with it, and no other. */
export type AdviceOf<Prefix extends string> = {
  readonly [C in Extract<ErrorCode, Prefix | `${Prefix}.${string}`>]: AdviceText;
};

const esptoolDocs = 'https://docs.espressif.com/projects/esptool/en/latest/esp32';
const idfDocs = 'https://docs.espressif.com/projects/esp-idf/en/stable/esp32';

/** Pages of Espressif's documentation that advice points to. */
export const pages = {
  bootMode: `${esptoolDocs}/advanced-topics/boot-mode-selection.html`,
  troubleshooting: `${esptoolDocs}/troubleshooting.html`,
  enteringBootloader: `${esptoolDocs}/esptool/entering-bootloader.html`,
  flasherStub: `${esptoolDocs}/esptool/flasher-stub.html`,
  flashModes: `${esptoolDocs}/esptool/flash-modes.html`,
  imageFormat: `${esptoolDocs}/advanced-topics/firmware-image-format.html`,
  remotePorts: `${esptoolDocs}/remote-serial-ports.html`,
  serialConnection: `${idfDocs}/get-started/establish-serial-connection.html`,
  partitionTables: `${idfDocs}/api-guides/partition-tables.html`,
  flashEncryption: `${idfDocs}/security/flash-encryption.html`,
  secureBoot: `${idfDocs}/security/secure-boot-v2.html`,
  securityOverview: `${idfDocs}/security/security.html`,
} as const;
