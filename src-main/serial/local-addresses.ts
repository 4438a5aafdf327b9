import { hostname, networkInterfaces } from 'node:os';

/**
 * By which others in the local network reach this computer: its IPv4 addresses there, without those that it gave itself
 * for want of a network. The name of the computer where there is none.
 */
export function localAddresses(interfaces = networkInterfaces()): readonly string[] {
  const found = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address);
  return found.length > 0 ? [...new Set(found)] : [hostname()];
}
