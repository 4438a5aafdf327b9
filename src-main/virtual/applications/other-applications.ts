import { logLine, repeat, type ApplicationSurroundings, type RunningApplication } from './application';
import { panicText } from './panic-text';

const deaf = (stop: () => void): RunningApplication => ({ hear: () => undefined, stop });

/** Twenty measurements a second, as Arduino's plotter takes them. */
export function plotter(around: ApplicationSurroundings): RunningApplication {
  around.print('temperature and humidity follow\r\n');
  const stop = repeat(around.clock, 50, (round) => {
    const temperature = 21.5 + 2 * Math.sin(round / 20);
    const humidity = 48 + 9 * Math.sin(round / 47 + 1);
    around.print(`temperature:${temperature.toFixed(2)},humidity:${humidity.toFixed(1)}\r\n`);
  });
  return deaf(stop);
}

/** Starts, falls over and starts again, for ever. */
export function crashing(around: ApplicationSurroundings): RunningApplication {
  const { clock } = around;
  around.print(logLine('I', 312, 'crashing', 'looking for the sensor'));
  let cancel = clock.after(400, () => {
    around.print(panicText(around.chip), () => {
      cancel = clock.after(100, () => around.restart());
    });
  });
  return deaf(() => cancel());
}

/** What somebody sees who flashes for the first time: a greeting, then a sign of life now and then. */
export function hello(around: ApplicationSurroundings): RunningApplication {
  const say = (atMs: number, text: string): void => around.print(logLine('I', atMs, 'promenade', text));
  say(312, 'Hello! This board is made of software, but it was flashed like a real one.');
  say(318, 'Everything that was sent is here, byte for byte.');
  const stop = repeat(around.clock, 5000, (round) => say(318 + (round + 1) * 5000, 'Still here.'));
  return deaf(stop);
}
