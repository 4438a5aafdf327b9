import { homedir } from 'node:os';
import { AppError } from '../../src-shared/errors/app-error';
import { createServices, type JobServices } from '../jobs/create-services';
import { defaultConnectPreferences, type ServiceDependencies } from '../jobs/dependencies';
import { findBoard } from '../jobs/find-board';
import { formatTraceEvent } from '../jobs/job-report';
import type { ConsoleIo } from './console-io';
import type { GlobalOptions } from './global-options';
import { createTransportOpener } from './open-transport';
import { productVersion } from './product-version';

/** Services for one command, and the port it is about. */
export interface CommandServices {
  readonly services: JobServices;
  readonly path: string;
}

/** Rates above this are no matter of course before the loader has been asked to change. */
const fastestFirstContact = 115_200;

/**
 * Wires the jobs to the console for as long as `use` runs. Ctrl-C cancels what is running; the port is closed
 * before this settles.
 */
export async function withServices<T>(
  io: ConsoleIo,
  options: GlobalOptions,
  use: (command: CommandServices) => Promise<T>,
): Promise<T> {
  const { baudRate } = options;
  const deps: ServiceDependencies = {
    clock: io.clock,
    openTransport: createTransportOpener(io.clock),
    listPorts: () => io.listPorts(),
    virtualBoards: () => [],
    connect: {
      ...defaultConnectPreferences,
      expectedChip: options.chip,
      attempts: options.connectAttempts,
      baudRate: baudRate === 'automatic' ? fastestFirstContact : Math.min(baudRate, fastestFirstContact),
      before: options.before,
      after: options.after,
      trace: options.trace ? (event) => io.err(`${formatTraceEvent(event)}\n`) : null,
    },
    about: [`Esplanade ${productVersion}`],
    homeFolder: homedir(),
  };
  const services = createServices(deps);
  const interrupted = new AbortController();
  const stopListening = io.onInterrupt(() => {
    interrupted.abort();
    void services.jobs.shutDown();
  });
  try {
    // Without a port the boards are tried one after the other.
    const tell = (path: string): void => io.err(`Trying ${path}\n`);
    const path = options.port ?? (await findBoard(deps, tell, interrupted.signal));
    if (interrupted.signal.aborted) throw new AppError('job.cancelled', {});
    return await use({ services, path });
  } finally {
    stopListening();
    await services.jobs.shutDown();
  }
}
