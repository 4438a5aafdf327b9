import { AppError } from '../../src-shared/errors/app-error';
import type { PortInfo } from '../jobs/dependencies';
import { parseWholeNumber } from './option-values';

const keys = ['vid', 'pid', 'name', 'serial'] as const;

/** Decides about one port. */
export type PortFilter = (port: PortInfo) => boolean;

/**
 * Reads `vid=0x10c4`, `pid=60000`, `name=usbserial`, `serial=0001`. Of several for the same thing one has to fit, and
 * all things have to; names and serial numbers may be parts of them. `input.badChoice | notANumber`.
 */
export function parsePortFilters(texts: readonly string[]): PortFilter {
  const tests = new Map<string, PortFilter[]>();
  for (const text of texts) {
    const [key = '', ...rest] = text.split('=');
    const name = key.toLowerCase();
    const value = rest.join('=');
    tests.set(name, [...(tests.get(name) ?? []), readTest(text, name, value)]);
  }
  return (port) => [...tests.values()].every((alternatives) => alternatives.some((test) => test(port)));
}

function readTest(text: string, key: string, value: string): PortFilter {
  if (value === '') throw bad(text);
  switch (key) {
    case 'vid': {
      const id = hexId(value);
      return ({ vendorId }) => vendorId?.toLowerCase() === id;
    }
    case 'pid': {
      const id = hexId(value);
      return ({ productId }) => productId?.toLowerCase() === id;
    }
    case 'name':
      return ({ path, adapter }) => holds(path, value) || holds(adapter, value);
    case 'serial':
      return ({ serialNumber }) => holds(serialNumber, value);
    default:
      throw bad(text);
  }
}

function bad(text: string): AppError {
  return new AppError('input.badChoice', {
    text,
    what: '--port-filter',
    choices: keys.map((key) => `${key}=…`).join(', '),
  });
}

function hexId(text: string): string {
  return parseWholeNumber(text, '--port-filter', 0, 0xffff).toString(16).padStart(4, '0');
}

function holds(whole: string | null, part: string): boolean {
  return whole?.toLowerCase().includes(part.toLowerCase()) ?? false;
}
