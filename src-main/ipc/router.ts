import { requestSchemas, type Channel, type Envelope, type Reply, type Request } from '../../src-shared/ipc/contract';
import { AppError, toAppError } from '../../src-shared/errors/app-error';

/** Answers one call of the contract; what it throws becomes the error of the envelope. */
export type Handler<C extends Channel> = (request: Request<C>) => Reply<C> | Promise<Reply<C>>;

/** A handler for every call of the contract: one that is missing does not compile. */
export type HandlerMap = { readonly [C in Channel]: Handler<C> };

/** The handlers of one noun: `HandlersOf<'boards'>` has `boards.list`, `boards.watch`, … */
export type HandlersOf<Noun extends string> = Pick<HandlerMap, Extract<Channel, `${Noun}.${string}`>>;

/** What the router is made of. `Caller` is whatever tells who calls, an Electron frame for instance. */
export interface RouterParts<Caller> {
  readonly handlers: HandlerMap;
  /** False refuses the call with `ipc.forbiddenSender` before its payload is looked at. */
  readonly isTrusted: (caller: Caller) => boolean;
  /** Told about errors that are not `AppError`s, stack and all: the window only gets `internal` and a reason. */
  readonly onUnexpectedError: (channel: string, error: unknown) => void;
}

/** Channel, payload and caller in; envelope out. Never rejects. */
export type Router<Caller> = (channel: unknown, payload: unknown, caller: Caller) => Promise<Envelope<unknown>>;

const isChannel = (channel: string): channel is Channel => Object.hasOwn(requestSchemas, channel);

function parseRequest<C extends Channel>(channel: C, payload: unknown): Request<C> {
  const parsed = requestSchemas[channel].safeParse(payload);
  if (parsed.success) return parsed.data as Request<C>;
  const issue = parsed.error.issues[0];
  const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw new AppError('ipc.badRequest', { channel, reason: `${place}${issue?.message ?? 'not understood'}` });
}

function answer<C extends Channel>(handlers: HandlerMap, channel: C, payload: unknown): Reply<C> | Promise<Reply<C>> {
  return handlers[channel](parseRequest(channel, payload));
}

/** Makes the one function through which every call of the window goes. */
export function createRouter<Caller>({ handlers, isTrusted, onUnexpectedError }: RouterParts<Caller>): Router<Caller> {
  return async (channel, payload, caller) => {
    const name = typeof channel === 'string' ? channel.slice(0, 60) : typeof channel;
    try {
      if (!isTrusted(caller)) throw new AppError('ipc.forbiddenSender', { channel: name });
      if (!isChannel(name)) throw new AppError('ipc.badRequest', { channel: name, reason: 'unknown channel' });
      return { ok: true, value: await answer(handlers, name, payload) };
    } catch (error) {
      if (!(error instanceof AppError)) onUnexpectedError(name, error);
      return { ok: false, error: toAppError(error).toData() };
    }
  };
}
