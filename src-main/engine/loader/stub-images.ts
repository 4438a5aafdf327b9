/** A stub ready for upload: two segments of RAM and where to start. Addresses are the CPU's. */
export interface StubImage {
  readonly entry: number;
  readonly segments: readonly { readonly address: number; readonly bytes: Uint8Array }[];
}

/** The file format of `esptool-js`; the fields that matter here. */
interface StubFile {
  readonly entry: number;
  readonly text: string;
  readonly text_start: number;
  readonly data: string;
  readonly data_start: number;
}

/**
 * Images of esp-flasher-stub (Apache-2.0 or MIT) as the package esptool-js carries them; the bundler
 * puts each into the program at build time.
 */
const files: Readonly<Record<string, () => Promise<{ default: StubFile }>>> = {
  esp8266: () => import('esptool-js/lib/targets/stub_flasher/esp8266.json'),
  esp32: () => import('esptool-js/lib/targets/stub_flasher/esp32.json'),
  esp32s2: () => import('esptool-js/lib/targets/stub_flasher/esp32s2.json'),
  esp32s3: () => import('esptool-js/lib/targets/stub_flasher/esp32s3.json'),
  esp32s31: () => import('esptool-js/lib/targets/stub_flasher/esp32s31.json'),
  esp32c2: () => import('esptool-js/lib/targets/stub_flasher/esp32c2.json'),
  esp32c3: () => import('esptool-js/lib/targets/stub_flasher/esp32c3.json'),
  esp32c5: () => import('esptool-js/lib/targets/stub_flasher/esp32c5.json'),
  esp32c6: () => import('esptool-js/lib/targets/stub_flasher/esp32c6.json'),
  esp32c61: () => import('esptool-js/lib/targets/stub_flasher/esp32c61.json'),
  esp32h2: () => import('esptool-js/lib/targets/stub_flasher/esp32h2.json'),
  esp32h4: () => import('esptool-js/lib/targets/stub_flasher/esp32h4.json'),
  'esp32p4-rev1': () => import('esptool-js/lib/targets/stub_flasher/esp32p4-rev1.json'),
  esp32p4: () => import('esptool-js/lib/targets/stub_flasher/esp32p4.json'),
};

/** The image of that name (`chip.stubs[…].image`); null where there is none. */
export async function loadStubImage(name: string): Promise<StubImage | null> {
  const load = files[name];
  if (load === undefined) return null;
  const { default: file } = await load();
  return {
    entry: file.entry,
    segments: [
      { address: file.text_start, bytes: decodeBase64(file.text) },
      { address: file.data_start, bytes: decodeBase64(file.data) },
    ],
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The engine has neither `Buffer` nor `atob`. */
function decodeBase64(text: string): Uint8Array {
  const digits = text.replaceAll('=', '');
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    held = (held << 6) | alphabet.indexOf(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
