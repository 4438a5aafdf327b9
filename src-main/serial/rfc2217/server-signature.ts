import type { LinkKind } from '../../engine/transport/transport';

const kinds: readonly LinkKind[] = ['usbUartBridge', 'usbSerialJtag', 'usbOtg', 'network', 'unknown'];
const pattern = /^Esplanade; link=(\w+)$/;

/** How our server introduces itself. What the port is decides how a chip behind it is reset, also from afar. */
export function serverSignature(kind: LinkKind): string {
  return `Esplanade; link=${kind}`;
}

/** What kind of port is behind the server; null where it is not ours. */
export function linkKindFromSignature(text: string): LinkKind | null {
  const name = pattern.exec(text)?.[1];
  return kinds.find((kind) => kind === name) ?? null;
}
