import type { Bridge } from '../../src-shared/ipc/channels';
import type { Channel, Envelope, EventName, Events, Reply, Request } from '../../src-shared/ipc/contract';
import { AppError } from '../../src-shared/errors/app-error';

declare global {
  interface Window {
    readonly esplanade: Bridge;
  }
}

/**
 * Calls the main process and unwraps its envelope.
 *
 * @throws AppError with the code and facts that the main process gave.
 */
export async function call<C extends Channel>(
  channel: C,
  ...payload: Request<C> extends undefined ? [] : [payload: Request<C>]
): Promise<Reply<C>> {
  const envelope = (await window.esplanade.call(channel, toPlainData(payload[0]))) as Envelope<Reply<C>>;
  if (envelope.ok) return envelope.value;
  throw new AppError(envelope.error.code, envelope.error.facts);
}

/** Subscribes to an event from the main process. Returns what unsubscribes. */
export function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.esplanade.on(event, (payload) => listener(payload as Events[E]));
}

/** The bridge clones what it is given, and reactive proxies cannot be cloned. */
function toPlainData(payload: unknown): unknown {
  return payload === undefined ? undefined : JSON.parse(JSON.stringify(payload));
}
