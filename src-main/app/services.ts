import { homedir } from 'node:os';
import { app } from 'electron';
import { createServices } from '../jobs/create-services';
import { defaultConnectPreferences } from '../jobs/dependencies';
import type { AppServices, SettingsStore } from '../jobs/services';
import { listPorts } from '../serial/list-ports';
import { SerialPortTransport } from '../serial/serial-port-transport';
import { systemClock } from '../serial/system-clock';
import { createNetworkTransport, isNetworkPath } from '../serial/network-transport';
import { VirtualBoards } from './virtual-boards';

/** Wires the jobs to real ports, TCP and virtual boards. */
export function composeServices(settings: SettingsStore): AppServices {
  const clock = systemClock;
  const virtualBoards = new VirtualBoards({
    clock,
    paths: process.env['ESPLANADE_SIM_BOARDS'],
    flashFolder: process.env['ESPLANADE_SIM_FLASH_DIR'],
  });
  const linkKindOf = async (path: string) =>
    (await listPorts()).find((port) => port.path === path)?.linkKind ?? 'unknown';

  const services = createServices({
    clock,
    openTransport(path) {
      if (path.startsWith('sim://')) return virtualBoards.openTransport(path);
      if (isNetworkPath(path)) return createNetworkTransport(path, clock);
      return new SerialPortTransport(path, { clock, linkKindOf });
    },
    listPorts,
    virtualBoards: () => (settings.get().showVirtualBoards ? virtualBoards.paths : []),
    connect: defaultConnectPreferences,
    about: [
      `Esplanade ${app.getVersion()}`,
      `Electron ${process.versions.electron}, ${process.platform} ${process.arch} ${process.getSystemVersion()}`,
    ],
    homeFolder: homedir(),
  });
  return { ...services, settings };
}
