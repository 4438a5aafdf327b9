import type { ConsoleIo } from './console-io';

/** The console, and a way to have it say nothing from then on but what went wrong (`--silent`). */
export function silenceable(outside: ConsoleIo): { readonly io: ConsoleIo; readonly silence: () => void } {
  let isSilent = false;
  const io: ConsoleIo = {
    ...outside,
    out: (text) => {
      if (!isSilent) outside.out(text);
    },
    err: (text) => {
      // Errors come in one piece; see `print-error.ts`.
      if (!isSilent || text.startsWith('Error: ')) outside.err(text);
    },
  };
  return {
    io,
    silence: () => {
      isSilent = true;
    },
  };
}
