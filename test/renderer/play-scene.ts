import type { Page } from 'playwright-core';
import { type Scene, scenes, type SceneName } from './scenes';

const jobScenes: readonly SceneName[] = [
  'trace',
  'traceLong',
  'connecting',
  'running',
  'verifying',
  'verified',
  'closedDone',
  'failed',
  'wrongBootMode',
  'guide',
  'cancelled',
  'unplugged',
];

/** Brings the window into the scene's state the way a person would. */
export async function playScene(page: Page, name: SceneName): Promise<void> {
  if (scenes[name].files.length > 0) {
    await page
      .getByRole('button', { name: 'Choose files' })
      .or(page.locator('main button.button-primary').first())
      .first()
      .click();
    await page.getByRole('table').first().waitFor();
    await page.waitForTimeout(300);
  }
  if (
    ['looked', 'erasesAll', 'bigFlash', 'mapZoomed', 'emptyBoard', 'lookFailed', 'running', 'verifying'].includes(name)
  ) {
    await page.getByRole('button', { name: 'Look at what is on the board' }).click();
    await page.waitForTimeout(300);
  }
  if (name === 'mapZoomed') {
    await page
      .getByRole('group', { name: 'Will be written' })
      .getByRole('button', { name: /^ota_data/ })
      .focus();
    await page.keyboard.press('Enter');
  }
  const { page: wanted }: Scene = scenes[name];
  if (wanted !== null) await playPage(page, name, wanted);
  if (['buildChanged', 'buildUnfinished', 'buildStopped', 'buildMonitor'].includes(name)) {
    await page.evaluate(() => window.esplanadeDev?.emit('builds.touched', null));
    await page.waitForTimeout(500);
  }
  if (jobScenes.includes(name)) {
    await page.locator('footer button').first().click();
    await page.waitForTimeout(300);
  }
  if (name === 'guide') {
    await page.getByRole('button', { name: 'Show me how' }).click();
    await page.waitForTimeout(300);
  }
  if (name === 'guideWiring') {
    await page.getByRole('button', { name: 'Show me how' }).click();
    await page.getByRole('button', { name: 'Wiring a bare module' }).click();
    await page.waitForTimeout(300);
  }
  if (name === 'compared' || name === 'comparedSame') {
    await page.getByRole('button', { name: 'Compare with the board' }).click();
    await page.waitForTimeout(300);
  }
  if (name.startsWith('trace')) {
    if (name === 'traceNone') {
      await page.evaluate(() => window.esplanadeDev?.emit('menu.command', { command: 'trace' }));
    } else {
      await page.getByRole('main').getByRole('button', { name: 'Trace' }).click();
    }
    await page.getByRole('region', { name: 'Trace' }).waitFor();
    await page.waitForTimeout(300);
    if (name === 'traceLine') {
      await page.keyboard.press('Home');
      for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
    }
  }
  if (name === 'manyBoards') {
    await page.locator('header button[aria-haspopup]').click();
    await page.waitForTimeout(200);
  }
}

async function playPage(page: Page, name: SceneName, wanted: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: wanted }).click();
  const press = (button: string | RegExp): Promise<void> =>
    page.getByRole('main').getByRole('button', { name: button }).click();
  const startListening = (): Promise<void> =>
    page.getByRole('main').getByRole('button', { name: 'Start listening' }).first().click();
  switch (name) {
    case 'tableEmpty':
      await press('Edit the table');
      break;
    case 'tableEdited':
    case 'tableAsked':
    case 'tableWritten':
      await press('Read the partition table');
      await press('Edit the table');
      await page.getByRole('textbox', { name: 'Size of row 5' }).fill('1M');
      if (name === 'tableEdited') {
        await page.getByRole('textbox', { name: 'Address of row 4' }).fill('0x148000');
        await page.getByRole('combobox', { name: 'Subtype of row 1' }).fill('nvss');
        await page.getByRole('textbox', { name: 'Name of row 6' }).fill('nvs');
        break;
      }
      await press('Remove row 4');
      await press('Write to the board');
      if (name === 'tableWritten') await page.getByRole('button', { name: 'Write the table' }).click();
      break;
    case 'boardMemory':
      await page.getByRole('main').getByRole('link', { name: 'Memory' }).click();
      await page.getByRole('textbox', { name: 'Address' }).fill('0x60008844');
      await press('Read');
      break;
    case 'boardMemoryDump':
      await page.getByRole('main').getByRole('link', { name: 'Memory' }).click();
      await page.getByRole('radio', { name: /^Read a region/ }).check();
      await page.getByRole('textbox', { name: 'Address' }).fill('0x3fc80000');
      await page.getByRole('textbox', { name: 'Size' }).fill('8k');
      await press('Read into a file');
      break;
    case 'share':
    case 'shareRefused':
      await page.getByRole('banner').getByRole('button', { name: 'Share this port' }).click();
      await page.getByRole('radio', { name: 'The local network' }).check();
      if (name === 'share') break;
      await page.getByRole('textbox', { name: 'Port number' }).fill('80');
      await press('Start sharing');
      break;
    case 'shared':
      await page.getByRole('banner').getByRole('button', { name: 'Port shared' }).click();
      break;
    case 'boardToolsUnread':
    case 'boardToolsNone':
    case 'boardTools':
    case 'boardToolsBytes':
    case 'boardToolsLocked':
    case 'boardToolsEsp32':
    case 'boardToolsRunning':
    case 'boardToolsFailed':
    case 'boardToolsClosed':
    case 'boardToolsChange':
    case 'boardToolsAsked':
    case 'boardToolsWritten':
    case 'boardToolsKept':
      await playTools(page, name);
      break;
    case 'boardFilesUnread':
    case 'boardFiles':
    case 'boardFilesText':
    case 'boardFilesBytes':
    case 'boardFilesPicture':
    case 'boardFilesSaved':
    case 'boardFilesFiltered':
    case 'boardFilesEmpty':
    case 'boardFilesForeign':
    case 'boardFilesEncrypted':
    case 'boardFilesRunning':
    case 'boardFilesFailed':
    case 'boardFilesChanged':
    case 'boardFilesFull':
    case 'boardFilesRename':
    case 'boardFilesWriting':
    case 'boardFilesWritten':
    case 'boardFilesStale':
    case 'boardFilesClosed':
    case 'boardFilesNoTable':
    case 'boardFilesNone':
      await playFiles(page, name);
      break;
    case 'boardLayout':
    case 'boardNoTable':
      await press('Read the partition table');
      break;
    case 'boardSettings':
    case 'boardSettingsReading':
    case 'boardSettingsFailed':
    case 'boardSettingsEncrypted':
    case 'boardExport':
      await press('Read the partition table');
      await press('Read the settings');
      await page.waitForTimeout(300);
      if (name === 'boardSettings') await page.getByRole('option', { name: /about/ }).click();
      await page
        .getByRole('region', { name: 'Settings on the board' })
        .evaluate((it) => it.scrollIntoView({ block: 'nearest' }));
      if (name === 'boardExport') await press('Export as JSON');
      break;
    case 'backupPartition':
      await page.getByRole('radio', { name: /^One partition/ }).check();
      await page.getByRole('radio', { name: 'Partition nvs' }).check();
      break;
    case 'backupNoTable':
      await page.getByRole('radio', { name: /^One partition/ }).check();
      break;
    case 'traceLine':
    case 'backupRunning':
    case 'backupDone':
    case 'backupFailed':
    case 'jobElsewhere':
      await press('Read into a file');
      break;
    case 'erasePartition':
      await page.getByRole('radio', { name: /^One partition/ }).check();
      await page.getByRole('radio', { name: 'Partition storage' }).check();
      break;
    case 'eraseRegion':
      await page.getByRole('radio', { name: /^A region/ }).check();
      await page.getByRole('textbox', { name: 'Address' }).fill('0x9010');
      await page.getByRole('textbox', { name: 'Size' }).fill('20k');
      break;
    case 'eraseRunning':
    case 'eraseDone':
      await press('Read the partition table');
      await page.getByLabel('Type ERASE to confirm').fill('erase');
      await press('Erase everything');
      break;
    case 'imagesApp':
    case 'imagesMerged':
      await press('Choose a file');
      break;
    case 'imagesProgram':
      await press('Choose a file');
      await press('Convert');
      break;
    case 'imagesMerge':
      await press('Merge into a file');
      break;
    case 'monitorTalking':
    case 'monitorCrashed':
    case 'monitorEmptyFlash':
    case 'monitorNoise':
    case 'monitorYielded':
    case 'monitorBusy':
      await startListening();
      break;
    case 'monitorPlot':
    case 'monitorHex':
      await startListening();
      await press('View and options');
      await page.getByRole('switch', { name: name === 'monitorPlot' ? /^Draw numbers/ : /^Show bytes/ }).click();
      await page.keyboard.press('Escape');
      break;
    case 'monitorFiltered':
      await startListening();
      await page.getByRole('textbox', { name: 'Search' }).fill('sensor');
      await page.getByRole('combobox', { name: 'Level' }).selectOption('warning');
      break;
    default:
  }
  await page.waitForTimeout(300);
  if (name === 'jobElsewhere') {
    await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
    await page.waitForTimeout(100);
  }
}

async function playTools(page: Page, name: SceneName): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Tools' }).click();
  if (name === 'boardToolsUnread' || name === 'boardToolsNone') return;
  await main
    .getByRole('button', { name: name === 'boardToolsClosed' ? 'Read what is locked' : 'Read everything' })
    .click();
  if (name === 'boardToolsBytes') await main.getByRole('button', { name: 'Show the bytes' }).click();
  if (!['boardToolsChange', 'boardToolsAsked', 'boardToolsWritten', 'boardToolsKept'].includes(name)) return;
  await main.getByRole('button', { name: 'Change the status' }).click();
  await main.getByRole('textbox', { name: 'New status' }).fill(name === 'boardToolsKept' ? '0x1a04' : '0x1c');
  if (name === 'boardToolsChange') return;
  await main.getByRole('button', { name: 'Write the status…' }).click();
  if (name === 'boardToolsAsked') return;
  await page.getByRole('dialog').getByRole('button', { name: 'Write the status' }).click();
}

async function playFiles(page: Page, name: SceneName): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Files' }).click();
  if (['boardFilesUnread', 'boardFilesClosed', 'boardFilesNone'].includes(name)) return;
  await main.getByRole('button', { name: 'Read the partition table' }).click();
  if (name === 'boardFilesNoTable') {
    await page.getByRole('textbox', { name: 'Address' }).fill('0x200000');
    await page.getByRole('textbox', { name: 'Size' }).fill('0x1fb000');
  }
  await main.getByRole('button', { name: 'Read the files' }).click();
  if (name === 'boardFilesFiltered') await page.getByRole('searchbox', { name: 'Filter' }).fill('www');
  const opened = { boardFilesText: /index\.html/, boardFilesBytes: /firmware\.bin/, boardFilesPicture: /pier\.png/ };
  if (name in opened) {
    await page.getByRole('searchbox', { name: 'Filter' }).fill('www/');
    await page.getByRole('option', { name: opened[name as keyof typeof opened] }).click();
  }
  if (name === 'boardFilesSaved') await main.getByRole('button', { name: 'Save all…' }).click();
  if (!/Changed|Full|Rename|Writing|Written|Stale/.test(name)) return;
  await page.getByRole('option', { name: /config\.json/ }).click();
  if (name === 'boardFilesRename') {
    await main.getByRole('button', { name: 'Rename…' }).click();
    return;
  }
  await main.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('option', { name: /^logs/ }).click();
  await main.getByRole('button', { name: 'Remove the folder and what is in it' }).click();
  await page.getByRole('option', { name: /^www/ }).click();
  await main.getByRole('button', { name: 'Add files…' }).click();
  if (/Changed|Full/.test(name)) return;
  await main.getByRole('button', { name: 'Write to the board' }).click();
}
