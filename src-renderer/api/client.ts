import type { Bridge } from '../../src-shared/ipc/channels';
import type { Channel, Envelope, EventName, Events, Reply, Request } from '../../src-shared/ipc/contract';
import { AppError } from '../../src-shared/errors/app-error';

declare global {
  interface Window {
    readonly esplanade: Bridge;
  }
}

/** What nobody waits for, or what shows by itself how far it is: a board's card, the checks, a log. */
const quietChannels: ReadonlySet<Channel> = new Set<Channel>([
  'app.notify',
  'boards.identify',
  'boards.layout',
  'boards.list',
  'boards.watch',
  'builds.byItself',
  'builds.follow',
  'builds.refresh',
  'files.describe',
  'files.release',
  'history.check',
  'history.list',
  'monitor.locate',
  'monitor.taken',
  'plan.check',
  'recents.list',
  'saves.read',
  'settings.get',
  'settings.set',
  'setups.begin',
  'setups.table',
  'sharing.list',
  'trace.read',
  'trace.watch',
]);
let waitingCount = 0;
let tellWaiting: (count: number) => void = () => undefined;

/** Tells how many calls a person waits for, whenever that changes. There is one listener. */
export function onWaiting(listener: (count: number) => void): void {
  tellWaiting = listener;
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
  const counts = quietChannels.has(channel) ? 0 : 1;
  tellWaiting((waitingCount += counts));
  const answer = window.esplanade.call(channel, toPlainData(payload[0]));
  const envelope = (await answer.finally(() => tellWaiting((waitingCount -= counts)))) as Envelope<Reply<C>>;
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
