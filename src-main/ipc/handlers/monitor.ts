import type { MonitorService } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Listening to a board and talking with it. */
export const monitorHandlers = (monitor: MonitorService, desktop: Desktop): HandlersOf<'monitor'> => ({
  'monitor.state': () => monitor.stateForNewWindow(),
  'monitor.open': (order) => monitor.open(order),
  'monitor.close': () => done(monitor.close()),
  'monitor.setRate': ({ baudRate }) => done(monitor.setRate(baudRate)),
  'monitor.setLines': ({ lines }) => done(monitor.setLines(lines)),
  'monitor.reset': ({ into }) => done(monitor.reset(into)),
  'monitor.send': (request) => done(monitor.send(request)),
  'monitor.taken': ({ sequence }) => {
    monitor.taken(sequence);
    return null;
  },
  'monitor.clear': () => {
    monitor.clear();
    return null;
  },
  'monitor.save': (request) => monitor.save(request),
  'monitor.record': (request) => done(monitor.startRecording(request)),
  'monitor.stopRecording': () => done(monitor.stopRecording()),
  'monitor.receive': ({ receiving }) => {
    monitor.isReceiving = receiving;
    return null;
  },
  'monitor.chooseProgram': async () => monitor.addPrograms(await desktop.chooseFiles()),
  'monitor.locate': (request) => monitor.locate(request),
});

/** The window wants to know when it is done, and no more. */
async function done(work: Promise<void>): Promise<null> {
  await work;
  return null;
}
