import { useI18n } from 'vue-i18n';
import { formatHex } from '../../src-shared/numbers/parse-number';

/** Numbers as the chosen language writes them. */
export interface Format {
  /** Units of 1024: `1.18 MB`. */
  bytes(sizeBytes: number): string;
  /** `186 kB/s` */
  speed(bytesPerSecond: number): string;
  /** A fraction of one as whole percent, rounded down: 100 % means done. */
  percent(fraction: number): string;
  number(value: number): string;
  /** `4 s`, `2 min 5 s` */
  duration(milliseconds: number): string;
  hex(value: number): string;
  /** `3 seconds ago`, `yesterday`; both in milliseconds since 1970. */
  ago(then: number, now: number): string;
  /** `3 Nov 2025, 14:02`; in milliseconds since 1970. */
  moment(at: number): string;
}

/** How long each step of "ago" is, the longest first. */
const steps = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Formats for one locale, without Vue around them. */
export function formatFor(locale: string): Format {
  const unit = (value: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      // The short form of bytes has no plural.
      unitDisplay: name === 'byte' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value);

  function scaled(sizeBytes: number, suffix: string): string {
    let value = sizeBytes;
    let step = 0;
    while (value >= 1024 && step < units.length - 1) {
      value /= 1024;
      step += 1;
    }
    return unit(value, `${units[step] ?? 'byte'}${suffix}`, step === 0 || value >= 100 ? 0 : step === 1 ? 1 : 2);
  }

  return {
    bytes: (sizeBytes) => scaled(sizeBytes, ''),
    speed: (bytesPerSecond) => scaled(bytesPerSecond, '-per-second'),
    percent: (fraction) =>
      new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(Math.min(1, fraction) * 100) / 100),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    duration(milliseconds) {
      const seconds = milliseconds / 1000;
      if (seconds < 10) return unit(seconds, 'second', 1);
      const whole = Math.round(seconds);
      if (whole < 60) return unit(whole, 'second');
      return `${unit(Math.floor(whole / 60), 'minute')} ${unit(whole % 60, 'second')}`;
    },
    hex: (value) => formatHex(value),
    moment: (at) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
    ago(then, now) {
      const seconds = Math.max(0, Math.round((now - then) / 1000));
      const [step, length] = steps.find(([, long]) => seconds >= long) ?? ['second', 1];
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(seconds / length), step);
    },
  };
}

/** Formats that follow the chosen language. */
export function useFormat(): Format {
  const { locale } = useI18n();
  return {
    bytes: (sizeBytes) => formatFor(locale.value).bytes(sizeBytes),
    speed: (bytesPerSecond) => formatFor(locale.value).speed(bytesPerSecond),
    percent: (fraction) => formatFor(locale.value).percent(fraction),
    number: (value) => formatFor(locale.value).number(value),
    duration: (milliseconds) => formatFor(locale.value).duration(milliseconds),
    hex: (value) => formatHex(value),
    ago: (then, now) => formatFor(locale.value).ago(then, now),
    moment: (at) => formatFor(locale.value).moment(at),
  };
}
