import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type RunningApp } from './launch';

describe('the window', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running.close());

  it('opens on its own protocol with a strict policy, and the page works under it', async () => {
    const { page } = running;
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    const answer = await page.evaluate(async () => {
      const reply = await fetch(location.href);
      return { origin: location.origin, policy: reply.headers.get('Content-Security-Policy') };
    });
    expect(answer.origin).toBe('app://esplanade');
    expect(answer.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(answer.policy).not.toContain('unsafe');
    expect(running.complaints).toEqual([]);
  });

  it('gives the page nothing of Node or Electron, only the bridge', async () => {
    const found = await running.page.evaluate(() => {
      const world = window as unknown as Record<string, unknown>;
      const node = ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'];
      return { node: node.filter((name) => name in world), bridge: Object.keys(world['esplanade'] as object).sort() };
    });
    expect(found).toEqual({ node: [], bridge: ['call', 'on'] });
  });

  it('runs in a sandbox with context isolation', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  });

  it('runs no inline script, no inline handler and no eval', async () => {
    const ran = await running.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineScriptRan = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.inlineHandlerRan = true');
      image.src = 'data:image/png;base64,AAAA';
      document.body.append(image);
      const link = document.createElement('a');
      link.href = 'javascript:window.scriptLinkRan = true';
      document.body.append(link);
      link.click();
      await new Promise((done) => setTimeout(done, 300));
      for (const element of [script, image, link]) element.remove();
      let evalRan = true;
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
        new Function('return 1')();
      } catch {
        evalRan = false;
      }
      const world = window as unknown as Record<string, unknown>;
      return [world['inlineScriptRan'], world['inlineHandlerRan'], world['scriptLinkRan'], evalRan];
    });
    expect(ran).toEqual([undefined, undefined, undefined, false]);
  });

  it('goes nowhere else', async () => {
    const { page } = running;
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => {
      location.href = 'file:///etc/passwd';
    });
    await new Promise((done) => setTimeout(done, 500));
    expect(page.url()).toBe(before);
    // Playwright's locators wait for the navigation that never happens; the page itself does not.
    expect(await page.evaluate(() => document.body.innerText)).toContain('Drop firmware here');
  });

  it('opens no second window', async () => {
    const opened = await running.page.evaluate(() => {
      const names = ['https://example.com/', 'about:blank', location.href];
      return names.map((url) => window.open(url) === null);
    });
    expect(opened).toEqual([true, true, true]);
    expect(running.app.windows()).toHaveLength(1);
  });

  it('loads no frame and fetches nothing from outside', async () => {
    const reached = await running.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      const outside = await fetch('https://example.com/').then(
        () => true,
        () => false,
      );
      const file = await fetch('file:///etc/passwd').then(
        () => true,
        () => false,
      );
      const traversal = await fetch('app://esplanade/..%2f..%2fpackage.json').then((reply) => reply.status);
      frame.remove();
      return { outside, file, traversal };
    });
    expect(reached).toEqual({ outside: false, file: false, traversal: 404 });
  });

  it('grants no permission', async () => {
    const granted = await running.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'] as const;
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'unknown',
          ),
        ),
      );
      return states.filter((state) => state === 'granted');
    });
    expect(granted).toEqual([]);
  });

  it('answers a call that is none of the contract with an error, and goes on', async () => {
    const answers = await running.page.evaluate(async () => {
      const { esplanade } = window as unknown as {
        esplanade: { call(channel: unknown, payload: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
      };
      return [
        await esplanade.call('no.such.call', undefined),
        await esplanade.call('job.cancel', { jobId: 5 }),
        await esplanade.call('app.openLink', { code: 'https://example.com' }),
        await esplanade.call('settings.get', undefined),
      ].map((answer) => answer.error?.code ?? answer.ok);
    });
    expect(answers).toEqual(['ipc.badRequest', 'ipc.badRequest', 'ipc.badRequest', true]);
  });

  it('refuses a call that does not come from its own page', async () => {
    const answer = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
        ._invokeHandlers;
      const other = new BrowserWindow({ show: false });
      await other.loadURL('data:text/html,hello');
      const event = { senderFrame: other.webContents.mainFrame };
      const reply = await handlers.get('esplanade:call')?.(event, 'settings.get', undefined);
      other.destroy();
      return reply;
    });
    expect(answer).toEqual({ ok: false, error: { code: 'ipc.forbiddenSender', facts: { channel: 'settings.get' } } });
  });

  it('asked the network for nothing', () => {
    const outside = running.requests.filter((url) => !/^(app:\/\/esplanade\/|data:)/.test(url));
    // What this test itself tried above, and was refused.
    expect(outside.filter((url) => !/^https:\/\/example\.com\/$|^file:\/\/\/etc\/passwd$/.test(url))).toEqual([]);
  });
});

/** What Chromium notes of its own network. */
interface NetworkLog {
  readonly events: readonly { readonly params?: { readonly host?: string; readonly url?: string } }[];
}

it('a first start asks no server for a dictionary, nor for anything else, and no name server either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-network-'));
  const file = join(folder, 'network.json');
  const running = await launch({ commandLine: [`--log-net-log=${file}`] });
  await running.page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
  await new Promise((done) => setTimeout(done, 2000));
  await running.close();
  const { events } = JSON.parse(readFileSync(file, 'utf8')) as NetworkLog;
  rmSync(folder, { recursive: true });
  expect(events.length).toBeGreaterThan(0);
  expect(events.flatMap(({ params }) => params?.host ?? params?.url ?? [])).toEqual([]);
});
