import { beforeEach, describe, expect, it } from 'vitest';
import {
  appSettingsSchema,
  defaultConnectionSettings,
  type AppSettings,
  type ConnectionSettings,
} from '../../src-shared/ipc/contract';
import { ConnectionChoices } from '../../src-main/jobs/connection-choices';
import { createServices, type JobServices } from '../../src-main/jobs/create-services';
import { defaultConnectPreferences, type PortInfo } from '../../src-main/jobs/dependencies';
import type { SettingsStore } from '../../src-main/jobs/services';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';

const path = '/dev/ttyUSB0';
const hspi = 1;

function memoryStore(): SettingsStore {
  let settings: AppSettings = appSettingsSchema.parse({});
  return {
    get: () => settings,
    set: (change) => Promise.resolve((settings = { ...settings, ...change })),
    reset: () => Promise.resolve((settings = appSettingsSchema.parse({}))),
  };
}

/** A board at a serial port, with choices about how it is reached. */
function desk(board: Omit<VirtualBoardOptions, 'clock'>, port: Partial<PortInfo> = {}) {
  const clock = new FakeClock({ autoAdvance: true });
  const virtual = new VirtualBoard({ ...board, clock });
  const shown: PortInfo = {
    path,
    adapter: null,
    vendorId: '10c4',
    productId: 'ea60',
    serialNumber: '0001',
    isLikely: false,
    ...port,
  };
  const settings = memoryStore();
  const choices: ConnectionChoices = new ConnectionChoices(
    settings,
    (wanted) => services.boards.list().find((card) => card.path === wanted) ?? null,
  );
  const services: JobServices = createServices({
    clock,
    openTransport: () => createVirtualTransport(virtual, { path }),
    listPorts: () => Promise.resolve([shown]),
    virtualBoards: () => [],
    connect: defaultConnectPreferences,
    connectTo: (wanted) => choices.preferences(defaultConnectPreferences, wanted),
    about: [],
    homeFolder: '/home/somebody',
  });
  services.boards.setWatching(true);
  return { services, settings, choices, clock, shown };
}

const chosen = (change: Partial<ConnectionSettings>): ConnectionSettings => ({
  ...defaultConnectionSettings,
  ...change,
});
const listed = async ({ services, clock }: ReturnType<typeof desk>): Promise<void> => {
  await new Promise<void>((resolve) => clock.after(20, resolve));
  expect(services.boards.list()).toHaveLength(1);
};

describe('how a board is reached', () => {
  let bench: ReturnType<typeof desk>;
  beforeEach(async () => {
    bench = desk({ chip: 'esp32', flashConnection: hspi });
    await listed(bench);
  });

  it('a flash part at other pins is found once somebody said where it is', async () => {
    const { services, choices } = bench;
    await expect(services.boards.identify(path)).rejects.toMatchObject({ code: 'flash.noAnswer' });
    await choices.set(path, chosen({ spiConnection: 'HSPI' }));
    expect((await services.boards.identify(path)).flash?.sizeBytes).toBe(4 << 20);
    services.boards.setWatching(false);
  });

  it('a wish for another chip stops a job and no look', async () => {
    const { services, choices } = bench;
    await choices.set(path, chosen({ chip: 'esp32c3', spiConnection: 'HSPI' }));
    expect((await services.boards.identify(path)).chip).toBe('esp32');
    const outcome = new Promise((resolve) => services.jobs.onBoardJobFinished((finished) => resolve(finished.outcome)));
    const settings = { baudRate: 115_200, useStub: true, before: 'default-reset', after: 'hard-reset' } as const;
    await services.jobs.startErase({ path, span: { offset: 0, sizeBytes: 4096 }, settings, force: false });
    expect(await outcome).toMatchObject({ error: { code: 'connect.wrongChip', facts: { expected: 'esp32c3' } } });
    services.boards.setWatching(false);
  });

  it('belongs to the adapter as well, and is forgotten with the last difference', async () => {
    const { choices, settings } = bench;
    await choices.set(path, chosen({ attempts: 0 }));
    expect(choices.get(path).attempts).toBe(0);
    expect(Object.keys(settings.get().connections)).toEqual([`${path} 10c4 ea60 0001`]);
    expect(choices.get('/dev/ttyUSB1')).toEqual(defaultConnectionSettings);
    await choices.set(path, defaultConnectionSettings);
    expect(settings.get().connections).toEqual({});
  });

  it.each<Partial<ConnectionSettings>>([
    { resetSequence: 'D0|X1' },
    { spiConnection: '1,2,3' },
    { spiConnection: '30,31,6,7,8' },
    { chip: 'esp99' },
  ])('refuses %o and keeps what was chosen', async (change) => {
    const { choices } = bench;
    await choices.set(path, chosen({ attempts: 3, spiConnection: 'HSPI' }));
    await bench.services.boards.identify(path);
    await expect(choices.set(path, chosen(change))).rejects.toMatchObject({ code: 'input.badChoice' });
    expect(choices.get(path).attempts).toBe(3);
    bench.services.boards.setWatching(false);
  });

  it('the supply of the flash is left alone on any chip that has no such regulator', async () => {
    const other = desk({ chip: 'esp32c3' });
    await listed(other);
    await other.choices.set(path, chosen({ vddSdio: '1.8V' }));
    expect((await other.services.boards.identify(path)).chip).toBe('esp32c3');
    expect(other.choices.preferences(defaultConnectPreferences, path).vddSdio).toBeNull();
    other.services.boards.setWatching(false);
    await bench.choices.set(path, chosen({ vddSdio: '1.8V', chip: 'esp32' }));
    expect(bench.choices.preferences(defaultConnectPreferences, path).vddSdio).toBe('1.8V');
  });
});
