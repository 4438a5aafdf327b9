import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDisplay } from './display.mjs';
import { findElectron, launchArguments } from './electron-runtime.mjs';
import { projectFolder, runQuietly } from './run.mjs';

/**
 * Makes the installers' icons from icons/icon.svg, which is the only one drawn by hand: PNG files for
 * Linux, and the ICO and ICNS containers, both of which hold PNG files.
 */
const folder = join(projectFolder, 'build/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** An Electron application that draws the picture in every size. */
const drawer = (svg, outFolder) => `
const { app, BrowserWindow } = require('electron');
const { writeFileSync } = require('node:fs');
app.commandLine.appendSwitch('force-device-scale-factor', '1');
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  for (const size of ${JSON.stringify(sizes)}) {
    const bytes = await window.webContents.executeJavaScript(\`(async () => {
      const image = new Image();
      image.src = 'data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}';
      await image.decode();
      const canvas = new OffscreenCanvas(\${size}, \${size});
      canvas.getContext('2d').drawImage(image, 0, 0, \${size}, \${size});
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
    })()\`);
    writeFileSync(${JSON.stringify(outFolder)} + '/' + size + 'x' + size + '.png', Buffer.from(bytes, 'latin1'));
  }
  app.quit();
}).catch((error) => {
  console.error(error);
  app.exit(1);
});
`;

const pngs = async (wanted) =>
  Promise.all(wanted.map(async (size) => ({ size, png: await readFile(join(folder, `${size}x${size}.png`)) })));

function ico(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size === 256 ? 0 : size, at);
    header.writeUInt8(size === 256 ? 0 : size, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

function icns(entries) {
  const parts = entries.map(({ type, png }) => {
    const head = Buffer.alloc(8, type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8, 'icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

const work = await mkdtemp(join(tmpdir(), 'esplanade-icons-'));
await mkdir(join(work, 'app'));
await writeFile(join(work, 'app/package.json'), '{ "name": "drawer", "version": "1.0.0", "main": "main.js" }');
await writeFile(join(work, 'app/main.js'), drawer(await readFile(join(folder, 'icon.svg'), 'utf8'), folder));
const { executablePath } = await findElectron();
const display = await openDisplay();
if (display.problem) throw new Error(display.problem);
const drawn = runQuietly(executablePath, [...launchArguments(), join(work, 'app')], {
  env: { ...process.env, ...display.env },
  timeout: 60_000,
});
display.close();
await rm(work, { recursive: true });
if (!drawn.ok) throw new Error(drawn.output);

await writeFile(join(folder, 'icon.ico'), ico(await pngs([16, 24, 32, 48, 64, 128, 256])));
const [p16, p32, p64, p128, p256, p512, p1024] = await pngs([16, 32, 64, 128, 256, 512, 1024]);
// Types by Apple's icns format: the plain sizes, and the same pictures once more as "@2x" of half the size.
await writeFile(
  join(folder, 'icon.icns'),
  icns([
    { type: 'icp4', ...p16 },
    { type: 'icp5', ...p32 },
    { type: 'ic11', ...p32 },
    { type: 'ic12', ...p64 },
    { type: 'ic07', ...p128 },
    { type: 'ic13', ...p256 },
    { type: 'ic08', ...p256 },
    { type: 'ic14', ...p512 },
    { type: 'ic09', ...p512 },
    { type: 'ic10', ...p1024 },
  ]),
);
console.log(`Icons of ${sizes.join(', ')} pixels, icon.ico and icon.icns are in build/icons.`);
