/**
 * "Who may import whom" of the architecture, as rules. Each folder of the table has one rule that
 * lists what it may reach; everything else is forbidden.
 */
const only = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...(extra.fromNot ? { pathNot: extra.fromNot } : {}) },
  to: { pathNot: allowed },
});
const npm = (...names) => names.map((name) => `(^|/)node_modules/${name}(/|$)`);

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?'] },
    },
    only('shared-imports-itself', '^src-shared/', ['^src-shared/', ...npm('@noble/hashes')], {
      fromNot: '^src-shared/ipc/(contract\\.ts$|calls/)',
    }),
    only('contract-imports-shared-and-zod', '^src-shared/ipc/(contract\\.ts$|calls/)', ['^src-shared/', ...npm('zod')]),
    only('engine-imports-shared', '^src-main/engine/', [
      '^src-main/engine/',
      '^src-shared/',
      ...npm('pako', '@noble/hashes', 'esptool-js'),
    ]),
    only('engine-slip', '^src-main/engine/slip/', ['^src-main/engine/slip/', '^src-shared/errors/']),
    only('engine-transport', '^src-main/engine/transport/', ['^src-main/engine/transport/', '^src-shared/errors/']),
    only('engine-reset', '^src-main/engine/reset/', ['^src-main/engine/(reset|transport)/', '^src-shared/']),
    {
      name: 'engine-protocol-names-no-chip',
      severity: 'error',
      from: { path: '^src-main/engine/protocol/' },
      to: { path: ['^src-main/engine/(loader|operations|plan|image|efuse|secure)/', '^src-shared/chips/'] },
    },
    {
      name: 'engine-loader-below-operations',
      severity: 'error',
      from: { path: '^src-main/engine/(loader|plan|image)/' },
      to: { path: '^src-main/engine/operations/' },
    },
    {
      name: 'engine-operations-send-no-opcodes',
      severity: 'error',
      from: { path: '^src-main/engine/(operations|plan|image|efuse|secure)/' },
      to: { path: '^src-main/engine/(slip|protocol)/' },
    },
    only(
      'virtual-boards-stand-alone',
      '^src-main/virtual/',
      [
        '^src-main/virtual/',
        '^src-main/engine/transport/',
        '^src-shared/(chips|formats|flash-parts|errors)/',
        ...npm('pako', '@noble/hashes'),
      ],
      { fromNot: '^src-main/virtual/serve/' },
    ),
    {
      name: 'serving-boards-knows-no-engine',
      severity: 'error',
      from: { path: '^src-main/virtual/serve/' },
      to: { path: '^src-main/(engine/(?!transport/)|jobs|ipc|app|cli|serial|firmware)' },
    },
    {
      name: 'serialport-only-in-serial',
      severity: 'error',
      from: { pathNot: '^src-main/serial/' },
      to: { path: npm('serialport', '@serialport') },
    },
    {
      name: 'serial-imports-transport',
      severity: 'error',
      from: { path: '^src-main/serial/' },
      to: { path: '^src-main/(?!serial/|engine/transport/)' },
    },
    {
      name: 'firmware-imports-formats',
      severity: 'error',
      from: { path: '^src-main/firmware/' },
      to: { path: '^src-main/(?!firmware/|engine/(plan|image)/)' },
    },
    {
      name: 'jobs-know-no-electron',
      severity: 'error',
      from: { path: '^src-main/jobs/' },
      to: { path: ['^src-main/(ipc|app|cli|serial|virtual)/', ...npm('electron')] },
    },
    {
      name: 'ipc-knows-jobs-only',
      severity: 'error',
      from: { path: '^src-main/ipc/' },
      to: { path: ['^src-main/(engine|serial|virtual|app|cli|firmware)/', ...npm('electron', 'serialport')] },
    },
    {
      name: 'electron-only-in-app',
      severity: 'error',
      from: { pathNot: '^src-main/(app/|preload\\.ts$)' },
      to: { path: npm('electron') },
    },
    {
      name: 'nothing-imports-app-or-cli',
      severity: 'error',
      from: { pathNot: '^src-main/(app|cli)/' },
      to: { path: '^src-main/(app|cli)/' },
    },
    {
      name: 'renderer-imports-shared',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: ['^src-main/', '^electron$', ...npm('electron')] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-has-no-node',
      severity: 'error',
      from: { path: '^(src-shared|src-main/engine)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'boards-have-no-node',
      severity: 'error',
      from: { path: '^src-main/virtual/', pathNot: '/serve/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-types-only-in-window',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-shared/ipc/(contract|calls/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-take-props',
      severity: 'error',
      from: { path: '^src-renderer/components/' },
      to: { path: '^src-renderer/(stores|api|views)/' },
    },
    {
      name: 'one-client',
      severity: 'error',
      from: { path: '^src-renderer/(views|components|composables)/' },
      to: { path: '^src-renderer/api/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.main.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
