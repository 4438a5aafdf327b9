import { folderOf, nameOf, pathIn } from './file-tree';
import { firstSlotPart } from './first-slot';
import type { FirmwareSet, SetPart, TreeFolder } from './firmware-set';

const application = 'firmware.bin';
const bootloader = 'bootloader.bin';
const table = 'partitions.bin';
/** Which application starts, as Arduino and as ESP-IDF call it. */
const selections = ['boot_app0.bin', 'ota_data_initial.bin'];

/**
 * The build of one environment, `.pio/build/<environment>`: three files for ESP32 and later, one for ESP8266. ESPHome builds alike.
 * Null in other folders.
 */
export async function recognizePlatformio({ tree, path, files }: TreeFolder): Promise<FirmwareSet | null> {
  const isWhole = files.has(bootloader) && files.has(table);
  // ESP8266 has but the one; the program that it was made of lies beside it.
  const isAlone = files.has('firmware.elf') && !files.has(bootloader);
  if (!files.has(application) || !(isWhole || isAlone)) return null;
  const plain = (name: string): SetPart => ({ name, from: pathIn(path, name), offset: null, isForEncryption: false });
  const parts = isWhole ? [plain(bootloader), plain(table), plain(application)] : [plain(application)];
  const selection = selections.find((name) => files.has(name));
  const made = isWhole && selection === undefined ? firstSlotPart(await tree.read(pathIn(path, table))) : null;
  if (selection !== undefined) parts.push(plain(selection));
  if (made !== null) parts.push(made);
  return {
    source: { kind: 'platformio', name: projectName(path) || tree.name },
    listName: application,
    builds: [{ chip: null, parts }],
  };
}

/** `lamp/.pio/build/esp32dev` → `lamp (esp32dev)`; the environment where the rest is not known. */
function projectName(path: string): string {
  const environment = nameOf(path);
  const match = /(?:^|\/)([^/]+)\/\.pio\/build$/.exec(folderOf(path));
  return match?.[1] === undefined ? environment : `${match[1]} (${environment})`;
}
