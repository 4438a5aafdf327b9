import { homedir } from 'node:os';
import { app } from 'electron';
import { ByItselfChoices } from '../jobs/builds/by-itself-choices';
import type { BuildWatch } from '../jobs/builds/build-watch';
import { ConnectionChoices } from '../jobs/connection-choices';
import { createKeptServices, type KeptServices } from '../jobs/create-kept-services';
import { createServices } from '../jobs/create-services';
import { defaultConnectPreferences, type ServiceDependencies } from '../jobs/dependencies';
import type { AppServices, SettingsStore } from '../jobs/services';
import type { SetupDialogs } from '../jobs/setups/setup-desk';
import type { TraceDesk } from '../jobs/trace/trace-desk';
import { SharedPorts } from '../jobs/shared-ports';
import { listPorts } from '../serial/list-ports';
import { localAddresses } from '../serial/local-addresses';
import { servePort } from '../serial/rfc2217/port-server';
import { SerialPortTransport } from '../serial/serial-port-transport';
import { systemClock } from '../serial/system-clock';
import { createNetworkTransport, isNetworkPath } from '../serial/network-transport';
import { VirtualBoards } from './virtual-boards';

/** What is beside the services: its listeners feed the window and the menu. */
export type DesktopServices = Omit<AppServices, keyof KeptServices | 'builds' | 'sharing' | 'traces'> &
  KeptServices & { readonly builds: BuildWatch; readonly sharing: SharedPorts; readonly traces: TraceDesk };

/** Wires the jobs to real ports, TCP and virtual boards, and to `folder`, where the program keeps its own files. */
export function composeServices(settings: SettingsStore, folder: string, dialogs: SetupDialogs): DesktopServices {
  const clock = systemClock;
  const virtualBoards = new VirtualBoards({
    clock,
    paths: process.env['ESPLANADE_SIM_BOARDS'],
    flashFolder: process.env['ESPLANADE_SIM_FLASH_DIR'],
  });
  const linkKindOf = async (path: string) =>
    (await listPorts()).find((port) => port.path === path)?.linkKind ?? 'unknown';

  const cardOf = (path: string) => services.boards.list().find((card) => card.path === path) ?? null;
  const connections = new ConnectionChoices(settings, cardOf);
  const deps: ServiceDependencies = {
    clock,
    openTransport(path) {
      if (path.startsWith('sim://')) return virtualBoards.openTransport(path);
      if (isNetworkPath(path)) return createNetworkTransport(path, clock);
      return new SerialPortTransport(path, { clock, linkKindOf });
    },
    listPorts,
    virtualBoards: () => (settings.get().showVirtualBoards ? virtualBoards.paths : []),
    connect: defaultConnectPreferences,
    connectTo: (path) => connections.preferences(defaultConnectPreferences, path),
    about: [
      `Esplanade ${app.getVersion()}`,
      `Electron ${process.versions.electron}, ${process.platform} ${process.arch} ${process.getSystemVersion()}`,
    ],
    homeFolder: homedir(),
  };
  const services = createServices(deps);
  const kept = createKeptServices(services, { folder, clock, now: () => Date.now(), dialogs });
  const byItself = new ByItselfChoices({
    settings,
    firmware: services.firmware,
    cardOf,
    setupPath: () => kept.setups.openPathOfSetup,
  });
  const sharing = new SharedPorts({
    deps,
    lock: services.lock,
    boards: services.boards,
    serve: servePort,
    addresses: localAddresses,
    now: () => Date.now(),
  });
  return { ...services, ...kept, settings, connections, byItself, sharing };
}
