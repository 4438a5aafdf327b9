import { AppError, isAppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { PortInfo, ServiceDependencies } from './dependencies';
import { runIdentifyJob } from './identify-job';

/** A port without a board should not hold up the others for long. */
const attempts = 2;

/** Who is told about each port. */
export interface SearchListener {
  onTry(path: string): void;
  /** Nothing that is wanted answers there. */
  onFailure(path: string, error: AppErrorData): void;
}

/**
 * The first port at which an Espressif chip answers: adapters that usually have one, then other USB ports, then the
 * rest. A single candidate is taken unseen, so that what is wrong with it is told by the job itself.
 * `port.noneFound`.
 */
export async function findBoard(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect' | 'listPorts'>,
  listener: SearchListener,
  signal: AbortSignal,
): Promise<string> {
  const ports = [...(await deps.listPorts())].sort((a, b) => rank(a) - rank(b));
  const [only] = ports;
  if (only !== undefined && ports.length === 1) return only.path;
  // One look at each: what is wanted of the one board that will be used is no matter of the others.
  const look = { ...deps, connect: { ...deps.connect, openAttempts: 1, vddSdio: null } };
  for (const { path } of ports) {
    listener.onTry(path);
    try {
      const { before, after, trace } = deps.connect;
      await runIdentifyJob(look, { path, before, after, attempts, signal, trace: trace ?? (() => undefined) });
      return path;
    } catch (error) {
      if (isAppError(error, 'job.cancelled')) throw error;
      listener.onFailure(path, toAppError(error).toData());
    }
  }
  throw new AppError('port.noneFound', {});
}

function rank({ isLikely, vendorId }: PortInfo): number {
  if (isLikely) return 0;
  return vendorId === null ? 2 : 1;
}
