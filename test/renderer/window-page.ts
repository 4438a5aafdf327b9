/** The built window in a real browser, with the development bridge where the preload script would be. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import type { SceneName } from './scenes';

/** As the application's own protocol sends it. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Where a Chromium is; null where there is none. */
export function findChromium(): string | null {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

export interface WindowOptions {
  readonly scene: SceneName;
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface OpenWindow {
  readonly page: Page;
  /** What the page complained about: exceptions, console errors, policy violations, requests that left. */
  readonly complaints: readonly string[];
}

export interface WindowHost {
  open(options: WindowOptions): Promise<OpenWindow>;
  close(): Promise<void>;
}

/** Serves the built window and its bridge, starts the browser. */
export async function startWindowHost(executablePath: string): Promise<WindowHost> {
  const outDir = await builtWindow();
  const bridge = await readFile(join(outDir, bridgeName), 'utf8');

  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const path = join(outDir, name === '/' ? 'index.html' : name);
    readFile(path).then(
      (bytes) => {
        const type = types[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy }).end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

  return {
    async open({ scene, theme = 'light', language = 'en', width = 1240, height = 820 }) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
          complaints.push(`asked for ${request.url()}`);
      });
      await page.addInitScript(`window.esplanadeScene = ${JSON.stringify({ name: scene, language })};\n${bridge}`);
      await page.goto(origin);
      await page.waitForSelector('main');
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}

const bridgeName = 'dev-bridge.js';

/** The folder of the built window: made by the first test file of a run that asks, for all of them. */
async function builtWindow(): Promise<string> {
  // The run's own folder for temporary files (test/temporary-folder.ts): gone with the run, never stale.
  const outDir = join(tmpdir(), 'esplanade-window');
  const ready = `${outDir}.ready`;
  const failed = `${outDir}.failed`;
  try {
    mkdirSync(outDir);
  } catch {
    while (!existsSync(ready)) {
      if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'));
      await setTimeout(100);
    }
    return outDir;
  }
  try {
    await buildWindow(outDir);
    writeFileSync(join(outDir, bridgeName), await bundleBridge());
    writeFileSync(ready, '');
  } catch (error) {
    writeFileSync(failed, `the window did not build: ${String(error)}`);
    throw error;
  }
  return outDir;
}

async function buildWindow(outDir: string): Promise<void> {
  const root = resolve('src-renderer');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [vue(), tailwindcss()],
    build: { outDir, emptyOutDir: true, target: 'chrome114', rolldownOptions: { input: join(root, 'index.html') } },
  });
}

async function bundleBridge(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: resolve('test/renderer/dev-bridge-entry.ts'), formats: ['iife'], name: 'devBridge' },
    },
  })) as Rolldown.RolldownOutput[];
  const code = output[0]?.output[0].code;
  if (code === undefined) throw new Error('the development bridge did not build');
  return code;
}
