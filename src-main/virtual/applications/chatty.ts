import { logLine, repeat, type ApplicationSurroundings, type RunningApplication } from './application';
import { panicText } from './panic-text';

const tag = 'chatty';
const newLine = /\r\n|\r|\n/;
/** A line longer than this is taken as it is. */
const longestLine = 512;
/** One piece of a flood; a real one would be as large as the UART's buffer, but nobody can tell. */
const floodPieceBytes = 8192;

/**
 * An application to talk with: a line of log each second, every line of input answered. Some lines make it do
 * something: `help` lists them.
 */
export function chatty(around: ApplicationSurroundings): RunningApplication {
  const startedMs = around.clock.nowMs();
  const now = (): number => 312 + around.clock.nowMs() - startedMs;
  const say = (level: 'E' | 'W' | 'I' | 'D', text: string): void => around.print(logLine(level, now(), tag, text));
  let typed = '';
  let floodLeftBytes = 0;
  let cancelCrash = (): void => undefined;

  function tick(round: number): void {
    if (floodLeftBytes > 0) return;
    const n = round + 1;
    if (n % 12 === 0) say('E', `sensor does not answer (${n})`);
    else if (n % 5 === 0) say('W', `queue is nearly full (${n})`);
    else if (n % 3 === 0) say('D', `free heap ${250_000 - (n % 100) * 16}`);
    else say('I', `alive for ${n} s`);
  }

  function flood(): void {
    if (floodLeftBytes <= 0) {
      around.print('\r\nend of the flood\r\n');
      return;
    }
    const size = Math.min(floodLeftBytes, floodPieceBytes);
    floodLeftBytes -= size;
    const line = 'The quick brown fox jumps over the lazy dog 0123456789\r\n';
    // The next piece waits for this one, and for a turn of the clock, as a task that yields would.
    around.print(line.repeat(Math.ceil(size / line.length)).slice(0, size), () => {
      cancelCrash = around.clock.after(0, flood);
    });
  }

  /** The last words leave the line before the chip starts over. */
  function restartAfter(lastWords: string): void {
    around.print(lastWords, () => {
      cancelCrash = around.clock.after(50, () => around.restart());
    });
  }

  function obey(line: string): void {
    const [word = '', argument = ''] = line.trim().split(/\s+/, 2);
    switch (word) {
      case 'help':
        around.print('help, panic, restart, progress, flood BYTES; everything else comes back\r\n');
        return;
      case 'panic':
        restartAfter(panicText(around.chip));
        return;
      case 'restart':
        restartAfter('restarting\r\n');
        return;
      case 'progress':
        for (let percent = 0; percent <= 100; percent += 20) around.print(`\rloading ${percent} %`);
        around.print('\r\n');
        return;
      case 'flood':
        floodLeftBytes = Math.min(64 * 1024 * 1024, Number(argument) || 100_000);
        flood();
        return;
      default:
        around.print(`You said: ${line}\r\n`);
    }
  }

  say('I', 'say help, or anything');
  const stopTicking = repeat(around.clock, 1000, tick);
  return {
    hear(bytes) {
      typed += new TextDecoder().decode(bytes);
      const lines = typed.split(newLine);
      typed = (lines.pop() ?? '').slice(-longestLine);
      for (const line of lines) if (line !== '') obey(line);
    },
    stop() {
      stopTicking();
      cancelCrash();
    },
  };
}
