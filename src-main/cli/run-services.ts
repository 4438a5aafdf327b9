import { homedir } from 'node:os';
import { describeError } from '../../src-shared/errors/advice';
import { AppError } from '../../src-shared/errors/app-error';
import { createServices, type JobServices } from '../jobs/create-services';
import { defaultConnectPreferences, type ServiceDependencies } from '../jobs/dependencies';
import { findBoard, type SearchListener } from '../jobs/find-board';
import { findConfiguration } from './configuration/find-configuration';
import type { ConsoleIo } from './console-io';
import type { GlobalOptions } from './global-options';
import { createTransportOpener } from './open-transport';
import { parsePortFilters } from './port-filter';
import { productVersion } from './product-version';
import { formatTraceLine } from './trace-line';

/** Services for one command, and the port it is about. */
export interface CommandServices {
  readonly services: JobServices;
  readonly path: string;
  readonly deps: ServiceDependencies;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
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
  const configuration = findConfiguration(io, (text) => io.err(text));
  const mayUse = parsePortFilters(options.portFilter);
  const ports = createTransportOpener(io.clock, configuration);
  const deps: ServiceDependencies = {
    clock: io.clock,
    openTransport: ports.open,
    listPorts: async () => (await io.listPorts()).filter(mayUse),
    virtualBoards: () => [],
    connect: {
      ...defaultConnectPreferences,
      expectedChip: options.chip,
      attempts: options.connectAttempts ?? configuration.connectAttempts ?? defaultConnectPreferences.attempts,
      openAttempts: options.openPortAttempts ?? configuration.openAttempts ?? defaultConnectPreferences.openAttempts,
      customResetSequence: configuration.customResetSequence,
      tuning: configuration.tuning,
      vddSdio: options.vddSdio,
      baudRate: baudRate === 'automatic' ? fastestFirstContact : Math.min(baudRate, fastestFirstContact),
      before: options.before,
      after: options.after,
      spiConnection: options.spiConnection,
      trace: options.trace ? (event) => io.err(`${formatTraceLine(event)}\n`) : null,
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
    const path = options.port ?? (await findBoard(deps, searchMessages(io), interrupted.signal));
    if (interrupted.signal.aborted) throw new AppError('job.cancelled', {});
    return await use({ services, path, deps, signal: interrupted.signal });
  } finally {
    stopListening();
    await services.jobs.shutDown();
    ports.putAway();
  }
}

/** What is heard at each port before the one that is used. */
function searchMessages(io: Pick<ConsoleIo, 'err'>): SearchListener {
  return {
    onTry: (path) => io.err(`Trying ${path}\n`),
    onFailure: (path, error) => io.err(`${path}: ${describeError(error).title} [${error.code}]\n`),
  };
}
