/** How the time of a line is shown: not at all, since the session began, or by the clock on the wall. */
export type TimeStyle = 'off' | 'sinceStart' | 'timeOfDay';

/** `12:03:04.056` or `   12.345`, always of the same width while a session is younger than a day. */
export function lineTime(atMs: number, startedMs: number, style: Exclude<TimeStyle, 'off'>): string {
  if (style === 'sinceStart') return (Math.max(0, atMs - startedMs) / 1000).toFixed(3).padStart(9);
  const date = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
