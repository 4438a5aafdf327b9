/**
 * What the lines of a trace can be, in the order in which they are offered as a filter. `raw`: frames that are no command,
 * and text of the board. `lines`: the modem lines and the rate. `error`: what the chip refused, what was lost or damaged,
 * and how the job failed.
 */
export const traceKinds = ['command', 'reply', 'raw', 'lines', 'error'] as const;
export type TraceKind = (typeof traceKinds)[number];

/** Most lines that are remembered of a job; the oldest go first. */
export const mostTraceLines = 100_000;
/** Most lines that one call hands over. */
export const mostTraceLinesAtOnce = 5000;
