import { AppError } from '../../../src-shared/errors/app-error';
import { parseNetworkPath, type NetworkAddress } from '../network-address';

/** What `rfc2217://host:port?option&option` asks for. */
export interface Rfc2217Address extends NetworkAddress {
  /** False with `ign_set_control`: modem lines are set without waiting for the server's word. */
  readonly awaitsLines: boolean;
  /** How long the server may take for an answer (`timeout=SECONDS`). */
  readonly answerTimeoutMs: number;
}

const defaultAnswerTimeoutMs = 3000;
const longestAnswerTimeoutMs = 3_600_000;

/** Reads the address of a remote serial port, with pySerial's options; `port.badAddress` for anything else. */
export function parseRfc2217Address(path: string): Rfc2217Address {
  const { host, port, query } = parseNetworkPath(path, 'rfc2217');
  let awaitsLines = true;
  let answerTimeoutMs = defaultAnswerTimeoutMs;
  for (const option of (query ?? '').split('&').filter((text) => text !== '')) {
    const [name = '', value = null] = option.split('=', 2);
    switch (name) {
      case 'ign_set_control':
        awaitsLines = false;
        break;
      case 'timeout':
        answerTimeoutMs = readTimeoutMs(path, value);
        break;
      // Nobody here asks for the input lines, whether polled or told.
      case 'poll_modem':
        break;
      default:
        throw new AppError('port.badAddress', {
          path,
          reason: `${name} is none of ign_set_control, poll_modem, timeout`,
        });
    }
  }
  return { host, port, awaitsLines, answerTimeoutMs };
}

function readTimeoutMs(path: string, text: string | null): number {
  const timeoutMs = /^\d{1,6}(\.\d{1,6})?$/.test(text ?? '') ? Number(text) * 1000 : 0;
  if (timeoutMs > 0 && timeoutMs <= longestAnswerTimeoutMs) return timeoutMs;
  throw new AppError('port.badAddress', { path, reason: 'timeout takes a number of seconds' });
}
