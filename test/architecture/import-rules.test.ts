import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One import that the architecture forbids: the rule that has to say so, who imports, what. */
const forbidden: readonly (readonly [rule: string, importer: string, imported: string])[] = [
  ['no-unresolved', 'src-main/jobs/lost.ts', './nowhere'],
  ['shared-imports-itself', 'src-shared/chips/with-zod.ts', 'zod'],
  ['shared-imports-itself', 'src-shared/chips/with-main.ts', 'src-main/jobs/thing'],
  ['pure-has-no-node', 'src-shared/formats/with-node.ts', 'node:fs'],
  ['contract-imports-shared-and-zod', 'src-shared/ipc/contract.ts', 'vue'],
  ['engine-imports-shared', 'src-main/engine/operations/with-jobs.ts', 'src-main/jobs/thing'],
  ['engine-imports-shared', 'src-main/engine/operations/with-serialport.ts', 'serialport'],
  ['engine-imports-shared', 'src-main/engine/operations/with-timers.ts', 'node:timers/promises'],
  ['engine-slip', 'src-main/engine/slip/with-protocol.ts', 'src-main/engine/protocol/thing'],
  ['engine-transport', 'src-main/engine/transport/with-slip.ts', 'src-main/engine/slip/thing'],
  ['engine-reset', 'src-main/engine/reset/with-protocol.ts', 'src-main/engine/protocol/thing'],
  ['engine-protocol-names-no-chip', 'src-main/engine/protocol/with-chips.ts', 'src-shared/chips/thing'],
  ['engine-loader-below-operations', 'src-main/engine/loader/with-operation.ts', 'src-main/engine/operations/thing'],
  ['engine-operations-send-no-opcodes', 'src-main/engine/operations/with-codec.ts', 'src-main/engine/protocol/thing'],
  ['virtual-boards-stand-alone', 'src-main/virtual/with-slip.ts', 'src-main/engine/slip/thing'],
  ['boards-have-no-node', 'src-main/virtual/with-node.ts', 'node:fs'],
  ['serving-boards-knows-no-engine', 'src-main/virtual/serve/with-loader.ts', 'src-main/engine/loader/thing'],
  ['serialport-only-in-serial', 'src-main/jobs/with-serialport.ts', 'serialport'],
  ['serial-imports-transport', 'src-main/serial/with-loader.ts', 'src-main/engine/loader/thing'],
  ['firmware-imports-formats', 'src-main/firmware/with-jobs.ts', 'src-main/jobs/thing'],
  ['jobs-know-no-electron', 'src-main/jobs/with-electron.ts', 'electron'],
  ['jobs-know-no-electron', 'src-main/jobs/with-ipc.ts', 'src-main/ipc/thing'],
  ['ipc-knows-jobs-only', 'src-main/ipc/with-engine.ts', 'src-main/engine/loader/thing'],
  ['ipc-knows-jobs-only', 'src-main/ipc/with-electron.ts', 'electron'],
  ['electron-only-in-app', 'src-main/serial/with-electron.ts', 'electron'],
  ['nothing-imports-app-or-cli', 'src-main/jobs/with-app.ts', 'src-main/app/thing'],
  ['renderer-imports-shared', 'src-renderer/stores/with-main.ts', 'src-main/jobs/thing'],
  ['renderer-imports-shared', 'src-renderer/stores/with-electron.ts', 'electron'],
  ['renderer-has-no-node', 'src-renderer/stores/with-node.ts', 'node:fs'],
  ['contract-types-only-in-window', 'src-renderer/stores/with-schemas.ts', 'src-shared/ipc/contract'],
  ['components-take-props', 'src-renderer/components/with-store.ts', 'src-renderer/stores/thing'],
  ['components-take-props', 'src-renderer/components/WithStore.vue', 'src-renderer/stores/thing'],
  ['one-client', 'src-renderer/views/with-api.ts', 'src-renderer/api/thing'],
];

/** Imports that the architecture wants; none may be reported. */
const allowed: readonly (readonly [importer: string, imported: string])[] = [
  ['src-shared/formats/good.ts', 'src-shared/chips/thing'],
  ['src-main/engine/operations/good.ts', 'src-main/engine/loader/thing'],
  ['src-main/engine/operations/good-too.ts', 'pako'],
  ['src-main/engine/loader/good.ts', 'src-main/engine/protocol/thing'],
  ['src-main/virtual/good.ts', 'src-main/engine/transport/thing'],
  ['src-main/jobs/good.ts', 'src-main/engine/operations/thing'],
  ['src-main/ipc/good.ts', 'src-main/jobs/thing'],
  ['src-main/app/good.ts', 'src-main/ipc/thing'],
  ['src-main/app/good-too.ts', 'electron'],
  ['src-main/serial/good.ts', 'serialport'],
  ['src-renderer/stores/good.ts', 'src-renderer/api/thing'],
  ['src-renderer/views/good.ts', 'src-renderer/stores/thing'],
];

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

describe('the import lint', () => {
  const project = resolve(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-imports-'));
  let found: readonly string[] = [];

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path.endsWith('.vue') ? `<script setup lang="ts">\n${text}</script>\n` : text);
  };
  const importing = (importer: string, imported: string): string => {
    const isOurs = imported.startsWith('src-');
    const path = isOurs ? relative(dirname(importer), imported) : imported;
    return `import * as imported from '${isOurs && !path.startsWith('.') ? `./${path}` : path}';\nimported;\n`;
  };

  beforeAll(() => {
    const targets = [...forbidden.map(([, , imported]) => imported), ...allowed.map(([, imported]) => imported)];
    for (const target of targets.filter((path) => path.startsWith('src-')))
      write(`${target}.ts`, 'export const thing = 1;\n');
    for (const [, importer, imported] of forbidden) write(importer, importing(importer, imported));
    for (const [importer, imported] of allowed) write(importer, importing(importer, imported));
    write('src-main/jobs/circle-a.ts', "import { b } from './circle-b';\nexport const a = () => b;\n");
    write('src-main/jobs/circle-b.ts', "import { a } from './circle-a';\nexport const b = () => a;\n");
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.main.json', 'tsconfig.base.json', 'package.json']) {
      copyFileSync(join(project, name), join(folder, name));
    }
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    const cruise = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'src-shared',
      'src-main',
      'src-renderer',
    ];
    const output = execFileSync(process.execPath, [cruise, ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const report = JSON.parse(output) as Report;
    found = report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(forbidden)('%s catches %s importing %s', (rule, importer) => {
    expect(found).toContain(`${rule}: ${importer}`);
  });
  it('catches circles', () => {
    expect(found.filter((line) => line.startsWith('no-circles: '))).not.toEqual([]);
  });
  it.each(allowed)('lets %s import %s', (importer) => {
    expect(found.filter((line) => line.endsWith(`: ${importer}`))).toEqual([]);
  });
});
