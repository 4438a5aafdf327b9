import type { TraceEvent } from '../engine/loader/connection';
import { formatTraceEvent } from '../jobs/job-report';

/** Of frames that mean nothing the beginning tells enough. */
const longestSample = 32;

/**
 * One line of `--trace`: every command and reply decoded, and what is no command as it came: text in quotes, damaged
 * frames in hexadecimal. Reports leave that out, because text of a board may hold secrets.
 */
export function formatTraceLine(event: TraceEvent): string {
  const line = formatTraceEvent(event);
  const { bytes, text } = event;
  if (bytes === null || bytes.length === 0) return line;
  if (text === 'text') return `${line} ${JSON.stringify(String.fromCharCode(...bytes))}`;
  if (!/^(bad|unknown) frame/.test(text)) return line;
  const sample = Array.from(bytes.subarray(0, longestSample), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `${line} [${sample}${bytes.length > longestSample ? ' …' : ''}]`;
}
