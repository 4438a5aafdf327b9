import { AppError, isAppError } from '../../src-shared/errors/app-error';
import type { ServiceDependencies } from './dependencies';
import { runIdentifyJob } from './identify-job';

/** A port without a board should not hold up the others for long. */
const attempts = 2;

/**
 * The first port at which an Espressif chip answers: adapters that usually have one, then other USB ports. A
 * single candidate is taken unseen, so that what is wrong with it is told by the job itself. `port.noneFound`.
 */
export async function findBoard(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect' | 'listPorts'>,
  onTry: (path: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const ports = (await deps.listPorts())
    .filter(({ isLikely, vendorId }) => isLikely || vendorId !== null)
    .sort((a, b) => Number(b.isLikely) - Number(a.isLikely));
  const [only] = ports;
  if (only !== undefined && ports.length === 1) return only.path;
  for (const { path } of ports) {
    onTry(path);
    try {
      const { before, after, trace } = deps.connect;
      await runIdentifyJob(deps, { path, before, after, attempts, signal, trace: trace ?? (() => undefined) });
      return path;
    } catch (error) {
      if (isAppError(error, 'job.cancelled')) throw error;
    }
  }
  throw new AppError('port.noneFound', {});
}
