import type { Recognised } from './finding';
import { resetReasonByName, resetReasonOfEsp8266 } from './reset-reasons';

/** So many restarts that nobody asked for, in so short a time, are a loop. */
const loopResets = 3;
const loopMs = 30_000;
/** The same silence after ROM twice in a row is no accident. */
const silentStarts = 2;
const longestName = 60;
/** Lines of ROM itself. */
const ofRom = /^(?:ets |ESP-ROM:|Build:|Saved PC:|load:|entry |mode:|ho \d|clk_drv:|configsip:|SPIWP:)/;

/** What ROM says about each start, and what follows from several of them. */
export class BootHistory {
  private readonly restartsMs: number[] = [];
  /** Of this start: what ROM loads with four data lines, and whether anything was said after ROM. */
  private fourLineMode: string | null = null;
  private hasLeftRom = false;
  private silentStarts = 0;

  /** What the line says about how the chip started; null for other lines. */
  read(text: string, atMs: number): readonly Recognised[] | null {
    const esp8266 = /rst cause:? ?(\d{1,2}), ?boot mode:? ?\((\d{1,2}),\d{1,2}\)/i.exec(text);
    if (esp8266 !== null) return this.startOfEsp8266(Number(esp8266[1]), Number(esp8266[2]), atMs);
    const later = /rst:0x[0-9a-f]{1,4} \((\w{1,40})\)(?:,boot:0x([0-9a-f]{1,8})(?: \((\w{1,40}))?)?/i.exec(text);
    if (later !== null) return this.start(later[1] ?? '', later[2], later[3] ?? '', atMs);
    this.noteLoading(text);
    return null;
  }

  private start(name: string, boot: string | undefined, bootName: string, atMs: number): readonly Recognised[] {
    const reason = resetReasonByName(name.toUpperCase());
    const found: Recognised[] = [{ kind: 'restarted', facts: { reason, printed: name } }];
    const bootMode = boot === undefined ? null : Number.parseInt(boot, 16);
    if (/^DOWNLOAD/i.test(bootName)) found.push({ kind: 'downloadMode', facts: { bootMode } });
    else if (bootName !== '' && bootMode !== null && !/FLASH_BOOT/i.test(bootName)) {
      found.push({ kind: 'otherBootMode', facts: { bootMode } });
    }
    const mode = this.fourLineMode;
    const wasSilent = mode !== null && !this.hasLeftRom && reason === 'watchdog';
    this.silentStarts = wasSilent ? this.silentStarts + 1 : 0;
    if (wasSilent && this.silentStarts >= silentStarts) found.push({ kind: 'wrongFlashMode', facts: { mode } });
    this.fourLineMode = null;
    this.hasLeftRom = false;
    if (reason === 'brownout') found.push({ kind: 'brownout', facts: {} });
    return this.withLoop(found, !['powerOn', 'external', 'usb', 'deepSleep'].includes(reason), atMs);
  }

  private startOfEsp8266(cause: number, bootMode: number, atMs: number): readonly Recognised[] {
    const reason = resetReasonOfEsp8266(cause);
    const found: Recognised[] = [{ kind: 'restarted', facts: { reason, printed: String(cause) } }];
    // The three low bits are MTDO, GPIO0 and GPIO2: 1 waits for a firmware, 3 starts from flash.
    if ((bootMode & 7) === 1) found.push({ kind: 'downloadMode', facts: { bootMode } });
    else if ((bootMode & 7) !== 3) found.push({ kind: 'otherBootMode', facts: { bootMode } });
    return this.withLoop(found, reason === 'watchdog' || reason === 'software', atMs);
  }

  /** `wasUnasked`: neither a person nor power nor a planned sleep explains the restart. */
  private withLoop(found: Recognised[], wasUnasked: boolean, atMs: number): readonly Recognised[] {
    if (!wasUnasked) this.restartsMs.length = 0;
    else this.restartsMs.push(atMs);
    while (atMs - (this.restartsMs[0] ?? atMs) > loopMs) this.restartsMs.shift();
    const times = this.restartsMs.length;
    return times >= loopResets ? [...found, { kind: 'crashLoop', facts: { times } }] : found;
  }

  private noteLoading(text: string): void {
    const mode = /^mode:(Q[A-Z]+), clock div:/.exec(text)?.[1];
    if (mode !== undefined) this.fourLineMode = mode;
    else if (!ofRom.test(text) && /\w{3}/.test(text)) this.hasLeftRom = true;
  }
}

/** `Project name:     blinky` and `App version:      1.2`, as ESP-IDF prints them one after the other. */
export class AppGreeting {
  private name: string | null = null;

  read(text: string): Recognised | null {
    const name = /Project name:\s*(\S.{0,80})/.exec(text)?.[1];
    if (name !== undefined) {
      this.name = name.trim().slice(0, longestName);
      return null;
    }
    const version = /App version:\s*(\S.{0,80})/.exec(text)?.[1];
    if (version === undefined || this.name === null) return null;
    const found: Recognised = {
      kind: 'appStarted',
      facts: { name: this.name, version: version.trim().slice(0, longestName) },
    };
    this.name = null;
    return found;
  }
}
