import type { Recognised } from './finding';

/** What one line by itself gives away. */
export interface LineRule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Recognised;
}

const rule = (pattern: RegExp, read: (match: RegExpExecArray) => Recognised): LineRule => ({ pattern, read });
const hex = (text: string | undefined): number => Number.parseInt(text ?? '0', 16);
const group = (match: RegExpExecArray, index: number): string => (match[index] ?? '').trim().slice(0, 120);

/**
 * Sentences of ROM, bootloader and SDK, in the order of their weight: the first that fits tells what a line means.
 * Sources: ESP-IDF Programming Guide, "Fatal Errors" and "Bootloader"; esptool documentation, "Troubleshooting";
 * ESP8266 Arduino Core documentation, "My ESP crashes"; the texts themselves as boards print them.
 */
export const lineRules: readonly LineRule[] = [
  // --- power ---
  rule(/brownout detector was triggered/i, () => ({ kind: 'brownout', facts: {} })),

  // --- flash ---
  rule(/^invalid header: 0xffffffff/i, () => ({ kind: 'emptyFlash', facts: {} })),
  rule(/^invalid header: 0x([0-9a-f]{1,8})/i, (match) => ({ kind: 'invalidHeader', facts: { header: hex(match[1]) } })),
  rule(/^ets_main\.c ?\d*\s*$/, () => ({ kind: 'emptyFlash', facts: {} })),
  rule(/^flash read err,? \d+/i, () => ({ kind: 'flashReadError', facts: {} })),
  rule(/csum err:|checksum failed\. calculated/i, () => ({ kind: 'brokenImage', facts: { what: 'checksum' } })),
  rule(/image hash failed|hash of data does not match/i, () => ({ kind: 'brokenImage', facts: { what: 'hash' } })),
  rule(/image at 0x[0-9a-f]+ has invalid magic byte/i, () => ({ kind: 'brokenImage', facts: { what: 'magic' } })),
  rule(/failed to verify partition table|load partition table error|partition 0 invalid magic number/i, () => ({
    kind: 'noPartitionTable',
    facts: {},
  })),
  rule(/no bootable app partitions|factory app partition is not bootable/i, () => ({ kind: 'noApp', facts: {} })),
  rule(/mismatch chip id,? expected (\d+),? found (\d+)/i, (match) => ({
    kind: 'wrongChip',
    facts: { expected: Number(match[1]), found: Number(match[2]) },
  })),
  rule(/requires (?:efuse blk|chip) rev(?:ision)? ?(?:>=|<=) ?v?([\d.]+).{0,40}chip is v?([\d.]+)/i, (match) => ({
    kind: 'wrongRevision',
    facts: { needed: group(match, 1), found: group(match, 2) },
  })),
  rule(/detected size\((\d+)k\) smaller than the size in the binary image header\((\d+)k\)/i, (match) => ({
    kind: 'flashTooSmall',
    facts: { actualKib: Number(match[1]), headerKib: Number(match[2]) },
  })),
  rule(/secure boot.{0,20}(?:verification failed|digest mismatch)|sig(?:nature)? block.{0,20}invalid/i, () => ({
    kind: 'secureBoot',
    facts: {},
  })),

  // --- the app ---
  rule(/^abort\(\) was called at PC 0x[0-9a-f]+(?: on core (\d))?/, (match) => ({
    kind: 'abort',
    facts: { core: match[1] === undefined ? null : Number(match[1]) },
  })),
  rule(/^assert failed: (.{1,200})$/, (match) => assertFacts(group(match, 1))),
  rule(/^assertion "(.{1,120})" failed: file "?([^",]{1,120})"?, line (\d+)/, (match) => ({
    kind: 'assert',
    facts: { expression: group(match, 1), where: `${fileName(group(match, 2))}:${match[3] ?? ''}` },
  })),
  rule(/^ESP_ERROR_CHECK failed: esp_err_t 0x[0-9a-f]+ \((\w+)\)/, (match) => ({
    kind: 'errorCheck',
    facts: { name: group(match, 1), where: '' },
  })),
  rule(/^\*\*\*ERROR\*\*\* A stack overflow in task (.{1,32}?) has been detected/, (match) => ({
    kind: 'stackOverflow',
    facts: { task: group(match, 1) },
  })),
  rule(/stack canary watchpoint triggered \((.{1,32}?)\)/i, (match) => ({
    kind: 'stackOverflow',
    facts: { task: group(match, 1) },
  })),
  rule(/^stack smashing protect failure/i, () => ({ kind: 'stackSmashed', facts: {} })),
  rule(/^corrupt heap: (.{1,120})/i, (match) => ({ kind: 'heapCorrupt', facts: { where: group(match, 1) } })),
  rule(/terminate called (?:after throwing an instance of '([^']{1,80})'|without an active exception)/, (match) => ({
    kind: 'uncaughtException',
    facts: { name: group(match, 1) },
  })),
  rule(/\bbad_alloc\b|mem(?:ory)? alloc(?:ation)? fail|failed to allocate \d+ bytes/i, () => ({
    kind: 'outOfMemory',
    facts: {},
  })),
  rule(/task watchdog got triggered/i, () => ({ kind: 'taskWatchdog', facts: { tasks: '' } })),
  rule(/^soft wdt reset/i, () => ({ kind: 'softWatchdog', facts: {} })),
  rule(/psram id read error|failed to init external ram|psram chip (?:is not connected|not found)/i, () => ({
    kind: 'noPsram',
    facts: {},
  })),
  rule(/ESP_ERR_NVS_(?:NO_FREE_PAGES|NEW_VERSION_FOUND)/, () => ({ kind: 'settingsOutdated', facts: {} })),
];

/** `xQueueSemaphoreTake queue.c:1554 (pxQueue->uxItemSize == 0)`, or a sentence. */
function assertFacts(text: string): Recognised {
  const parts = /^(.{1,80}?) (\S{1,80}:\d+) \((.{1,120})\)$/.exec(text);
  if (parts === null) return { kind: 'assert', facts: { expression: text, where: '' } };
  return { kind: 'assert', facts: { expression: group(parts, 3), where: `${group(parts, 1)}, ${group(parts, 2)}` } };
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
