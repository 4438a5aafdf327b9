import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src-shared/monitor/findings/finding';
import { Recogniser } from '../../src-shared/monitor/findings/recogniser';
import { panicText } from '../../src-main/virtual/applications/panic-text';
import { chips } from '../../src-shared/chips';
import { boardTexts } from './board-texts';

/** What stands there at the end, in the order of first mention; each line comes `everyMs` after the one before. */
function recognise(text: string, everyMs = 10): Finding[] {
  const recogniser = new Recogniser();
  const findings = new Map<number, Finding>();
  text.split(/\r?\n/).forEach((line, index) => {
    const id = index + 1;
    for (const finding of recogniser.push({ id, atMs: index * everyMs, text: line })) findings.set(finding.id, finding);
  });
  return [...findings.values()];
}
const kinds = (text: string): string[] => recognise(text).map(({ kind }) => kind);
const addresses = ({ addresses: all }: Finding): string[] =>
  all.map(({ address, role }) => `${role} ${address.toString(16)}`);

describe('an app that gave up is explained', () => {
  it('with cause, address and backtrace, the innermost first', () => {
    const [crash, ...rest] = recognise(boardTexts.esp32LoadProhibited);
    expect(rest).toEqual([]);
    expect(crash).toMatchObject({
      kind: 'crash',
      severity: 'problem',
      facts: { cause: 'read', printed: 'LoadProhibited', core: 0, address: 0x10, isNull: true },
      lineId: 3,
      programHash: '5f1d0e2a9b3c4d67',
    });
    expect(addresses(crash!)).toEqual(['at 400d6d42', 'caller 400d6d8e', 'caller 400e2f0b', 'caller 40087aa5']);
  });

  it('on RISC-V by its registers and what lay on the stack', () => {
    const [crash] = recognise(boardTexts.riscvLoadFault);
    expect(crash).toMatchObject({
      facts: { cause: 'read', address: 4, isNull: true },
      programHash: '0123456789abcdef',
    });
    expect(addresses(crash!)).toEqual([
      'at 42007a3e',
      'caller 42007a36',
      'stack 42007a7c',
      'stack 42015cfe',
      'stack 40386a56',
    ]);
  });

  it('on ESP8266, by the numbers of its exceptions', () => {
    const [crash, start] = recognise(boardTexts.esp8266Exception);
    expect(crash).toMatchObject({ kind: 'crash', facts: { cause: 'write', printed: '29', isNull: true } });
    expect(addresses(crash!)).toEqual(['at 40201a2c', 'stack 40201a52', 'stack 40202b98', 'stack 40100a39']);
    expect(start).toMatchObject({ kind: 'restarted', facts: { reason: 'external' } });
    expect(recognise(boardTexts.esp8266NonOsException)).toMatchObject([
      { kind: 'crash', facts: { cause: 'read', printed: '28', address: 0x18, isNull: true } },
    ]);
    const [soft] = recognise(boardTexts.esp8266SoftWatchdog);
    expect(soft).toMatchObject({ kind: 'softWatchdog' });
    expect(addresses(soft!)).toEqual(['stack 4020109d']);
  });

  it.each(chips)('whatever the virtual $name prints', (chip) => {
    const [crash] = recognise(panicText(chip));
    expect(crash).toMatchObject({ kind: 'crash', facts: { cause: 'read', isNull: true } });
    expect(crash?.addresses.length).toBeGreaterThan(2);
  });

  it('as a stack that was too small, by name of the task', () => {
    const [canary, ...none] = recognise(boardTexts.esp32StackCanary);
    expect(none).toEqual([]);
    expect(canary).toMatchObject({ kind: 'stackOverflow', facts: { task: 'loopTask' } });
    expect(addresses(canary!)).toEqual(['at 400d0f88', 'caller 400d0f9d']);
    const [hook] = recognise(boardTexts.stackOverflowHook);
    expect(hook).toMatchObject({ kind: 'stackOverflow', facts: { task: 'sensor' } });
    expect(hook?.addresses).toHaveLength(3);
  });

  it('once, by what tells most: a failed check also aborts', () => {
    expect(recognise(boardTexts.errorCheck)).toMatchObject([
      { kind: 'errorCheck', facts: { name: 'ESP_ERR_NOT_FOUND', where: 'sensor_main.c:42' } },
    ]);
    expect(recognise(boardTexts.cppException)).toMatchObject([
      { kind: 'uncaughtException', facts: { name: 'std::out_of_range' } },
    ]);
    expect(recognise(boardTexts.assert)).toMatchObject([
      { kind: 'assert', facts: { expression: '( pxQueue )', where: 'xQueueSemaphoreTake, queue.c:1554' } },
    ]);
    expect(recognise(boardTexts.abort)).toMatchObject([{ kind: 'abort', facts: { core: 1 } }]);
    expect(kinds(boardTexts.heap)).toEqual(['heapCorrupt', 'assert']);
  });

  it('as a watchdog, with who kept it waiting', () => {
    expect(recognise(boardTexts.interruptWatchdog)).toMatchObject([{ kind: 'interruptWatchdog', facts: { core: 1 } }]);
    const [task] = recognise(boardTexts.taskWatchdog);
    expect(task).toMatchObject({ kind: 'taskWatchdog', severity: 'warning', facts: { tasks: 'IDLE0 (CPU 0)' } });
    expect(addresses(task!)[0]).toBe('at 400d6b1f');
  });
});

describe('a board that does not get as far as its app is explained', () => {
  it.each([
    ['esp32Empty', ['restarted', 'emptyFlash']],
    ['esp8266Empty', ['restarted', 'emptyFlash']],
    ['esp32WrongOffset', ['restarted', 'invalidHeader']],
    ['esp32OldFlashError', ['restarted', 'flashReadError', 'emptyFlash']],
    ['brownout', ['brownout', 'restarted']],
    ['c3Brownout', ['restarted', 'brownout']],
    ['downloadMode', ['restarted', 'downloadMode']],
    ['esp8266BadBoot', ['restarted', 'otherBootMode']],
    ['noTable', ['noPartitionTable']],
    ['noApp', ['noApp']],
    ['appMissing', ['brokenImage', 'noApp']],
    ['brokenApp', ['brokenImage', 'brokenImage']],
    ['otherChip', ['wrongChip']],
    ['oldChip', ['wrongRevision']],
    ['smallFlash', ['flashTooSmall']],
    ['noPsram', ['noPsram']],
    ['goodStart', ['restarted', 'appStarted']],
  ] as const)('%s', (name, expected) => {
    expect(kinds(boardTexts[name])).toEqual(expected);
  });

  it('the same thing told again counts up, and says where it was told last', () => {
    const empty = recognise(boardTexts.esp32Empty).find(({ kind }) => kind === 'emptyFlash');
    expect(empty).toMatchObject({ times: 5, lineId: 11 });
  });

  it('with the facts that matter', () => {
    expect(recognise(boardTexts.otherChip)[0]?.facts).toEqual({ expected: 0, found: 5 });
    expect(recognise(boardTexts.oldChip)[0]?.facts).toEqual({ needed: '3.0', found: '1.0' });
    expect(recognise(boardTexts.smallFlash)[0]?.facts).toEqual({ actualKib: 2048, headerKib: 4096 });
    expect(recognise(boardTexts.esp32WrongOffset)[1]?.facts).toEqual({ header: 0x6173_756e });
    expect(recognise(boardTexts.goodStart)[1]?.facts).toEqual({ name: 'weather-station', version: '2.4.1-dirty' });
    expect(recognise(boardTexts.goodStart)[0]).toMatchObject({ severity: 'info', facts: { reason: 'powerOn' } });
  });

  it('a restart by watchdog is a warning and tells where the chip had been', () => {
    const [watchdog] = recognise(boardTexts.c3Watchdog);
    expect(watchdog).toMatchObject({ severity: 'warning', facts: { reason: 'watchdog' } });
    expect(addresses(watchdog!)).toEqual(['at 42007f22']);
    expect(recognise(boardTexts.esp8266HardwareWatchdog)[0]).toMatchObject({ facts: { reason: 'watchdog' } });
  });

  it('silence after loading with four data lines, twice, is the flash mode', () => {
    const found = recognise(boardTexts.esp32QioLoop);
    expect(found.find(({ kind }) => kind === 'wrongFlashMode')?.facts).toEqual({ mode: 'QIO' });
    const talks = boardTexts.esp32QioLoop.replaceAll('entry 0x400805e4', 'entry 0x400805e4\nI (24) boot: ESP-IDF v5.5');
    expect(kinds(talks)).not.toContain('wrongFlashMode');
    expect(kinds(boardTexts.esp32QioLoop.replaceAll('QIO', 'DIO'))).not.toContain('wrongFlashMode');
  });

  it('three restarts in a row that nobody asked for are a loop; a person at the button makes none', () => {
    const crash = `${boardTexts.esp32LoadProhibited}\nrst:0xc (SW_CPU_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\n`;
    const loop = recognise(crash.repeat(4)).find(({ kind }) => kind === 'crashLoop');
    expect(loop).toMatchObject({ facts: { times: 4 } });
    expect(recognise(crash.repeat(4), 2000).map(({ kind }) => kind)).not.toContain('crashLoop');
    expect(kinds(boardTexts.goodStart.repeat(5))).not.toContain('crashLoop');
  });
});

it('ordinary text is left alone', () => {
  const text = 'hello\nPC : ready\nI (312) main: exception handling is on\nBacktrace\n0x400d1234\nrst: 5\nCPU: 240 MHz';
  expect(recognise(text)).toEqual([]);
});

it('no text whatever makes it throw, or grow without end', () => {
  const words = fc.constantFrom(...Object.values(boardTexts).flatMap((text) => text.split('\n')));
  const line = fc.oneof(fc.string({ maxLength: 200 }), words);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      for (const finding of recognise(lines.join('\n'))) expect(finding.addresses.length).toBeLessThanOrEqual(130);
    }),
  );
});
