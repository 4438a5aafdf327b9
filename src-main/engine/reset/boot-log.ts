import { findChip } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';

/** What the text that a chip printed at reset says about how it started. */
export interface BootDiagnosis {
  /**
   * `download`: the ROM loader waits on a UART or USB. `flash`: it started from flash. `other`: a boot mode
   * that is neither (SPI or SDIO download, test modes), so strapping pins are wrong. `unknown`: not told.
   */
  readonly mode: 'download' | 'flash' | 'other' | 'unknown';
  /** The strapping pins as a number, `0x13` of `boot:0x13`; on ESP8266 the first number of `boot mode:(3,6)`. */
  readonly bootMode: number | null;
  /** `POWERON_RESET`, as printed; on ESP8266 the cause in words. */
  readonly resetReason: string | null;
  /** False where the bytes are noise, such as text at another baud rate. */
  readonly looksLikeText: boolean;
  readonly problem: BootProblem | null;
  /** Told by the banner of its ROM; null where that was not heard. */
  readonly chip: ChipId | null;
}

/** What a chip complains about while it starts. */
export type BootProblem =
  /** The flash holds no image where ROM or the bootloader looks for one. */
  | 'invalidHeader'
  /** The supply voltage dropped. */
  | 'brownout'
  /** An image is there, but its checksum, hash or signature is wrong, or no app can be started. */
  | 'brokenImage'
  /** eFuses forbid download mode. */
  | 'downloadDisabled';

/** Only the end of a long text is looked at: the last reset is the one that counts. */
const longestText = 16_384;

/** esptool documentation, "Boot Mode Selection", section "Boot Log" of ESP8266; 3 from the SDK's `rst_reason`. */
const esp8266ResetCauses: Readonly<Record<number, string>> = {
  1: 'power-on',
  2: 'external reset',
  3: 'software reset',
  4: 'watchdog reset',
};

/** The patterns in the order of their weight: what drains the supply explains what follows it. */
const problemPatterns: readonly (readonly [BootProblem, RegExp])[] = [
  ['brownout', /brownout detector was triggered|\((?:RTCWDT_)?BROWN_?OUT_(?:RST|RESET)\)/i],
  ['downloadDisabled', /download boot modes? disabled/i],
  ['invalidHeader', /invalid header: 0x|flash read err|ets_main\.c|load:0xffffffff,len:-1/i],
  [
    'brokenImage',
    /no bootable app|app partition is not bootable|load partition table error|checksum failed|image hash failed|secure boot verification failed|csum err/i,
  ],
];

/**
 * Reads a boot log of any Espressif chip. Tolerates noise around and inside the text; of several resets the
 * last one counts. Sources: esptool documentation, "Boot Mode Selection"; ESP8266 wiki, "Boot Process".
 */
export function diagnoseBootLog(text: string): BootDiagnosis {
  const recent = text.slice(-longestText);
  return {
    ...lastBootMode(recent),
    looksLikeText: looksLikeText(recent),
    problem: problemPatterns.find(([, pattern]) => pattern.test(recent))?.[0] ?? null,
    chip: chipByBanner(recent),
  };
}

/** `ESP-ROM:esp32c3-api1-20210207`; ESP8266 and ESP32 do not name themselves, but no other chip writes like them. */
function chipByBanner(text: string): ChipId | null {
  const name = /ESP-ROM:(esp\w{3,10})/.exec(text)?.[1];
  if (name !== undefined) return findChip(name)?.id ?? null;
  if (/rst cause:?.{1,6}boot mode:? ?\(/.test(text)) return 'esp8266';
  return /rst:0x[0-9a-f]{1,2} \(\w{3,40}_RESET\),boot:0x/.test(text) ? 'esp32' : null;
}

function lastBootMode(text: string): Pick<BootDiagnosis, 'mode' | 'bootMode' | 'resetReason'> {
  const classic = lastMatch(text, /rst cause:? ?(\d{1,2}), ?boot mode:? ?\((\d{1,2}),\d{1,2}\)/gi);
  const modern = lastMatch(text, /boot:0x([0-9a-f]{1,8})(?: \(([^\r\n]{0,60}))?/gi);
  const waiting = /waiting for download/i.test(text.slice((modern ?? classic)?.index ?? 0));
  if (modern !== null) {
    const bootMode = Number.parseInt(modern[1] ?? '', 16);
    const reason = lastMatch(text, /rst:0x[0-9a-f]{1,4} \((\w{1,40})\)/gi)?.[1] ?? null;
    return { mode: waiting ? 'download' : modeByName(modern[2] ?? ''), bootMode, resetReason: reason };
  }
  if (classic !== null) {
    const bootMode = Number(classic[2]);
    const cause = Number(classic[1]);
    return {
      mode: esp8266Mode(bootMode),
      bootMode,
      resetReason: esp8266ResetCauses[cause] ?? `cause ${cause}`,
    };
  }
  return { mode: waiting ? 'download' : 'unknown', bootMode: null, resetReason: null };
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const match of text.matchAll(pattern)) last = match;
  return last;
}

/** By the name that ROM prints; the number alone means something else on every chip. */
function modeByName(name: string): BootDiagnosis['mode'] {
  if (/^DOWNLOAD/i.test(name)) return 'download';
  if (/FLASH_BOOT/i.test(name)) return 'flash';
  // A name with its end torn off by noise tells nothing.
  return /^\w{4,40}\)/.test(name) ? 'other' : 'unknown';
}

/** The three low bits are MTDO (GPIO15), GPIO0 and GPIO2. */
function esp8266Mode(bootMode: number): BootDiagnosis['mode'] {
  switch (bootMode & 7) {
    case 1:
      return 'download';
    case 3:
      return 'flash';
    default:
      return 'other';
  }
}

function looksLikeText(text: string): boolean {
  let printable = 0;
  let counted = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 0) continue;
    counted++;
    if ((code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x1b) printable++;
  }
  return counted >= 8 && printable / counted >= 0.8;
}
