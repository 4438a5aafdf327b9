import { expect, test } from 'vitest';
import { nvsToCsv } from '../../../src-shared/formats/nvs/nvs-csv';
import { parseNvs } from '../../../src-shared/formats/nvs/parse-nvs';
import { isSecretKey } from '../../../src-shared/formats/nvs/secret-keys';
import { NvsWriter } from './nvs-writer';

test('the table has a line for each namespace and each key, as nvs_partition_gen wants it', () => {
  const { bytes } = new NvsWriter(2)
    .set('wifi', 'ssid', { type: 'string', value: 'Pier 7' })
    .set('app', 'count', { type: 'i16', value: -2n })
    .set('wifi', 'pswd', { type: 'string', value: ' a, "b"\nc' })
    .set('app', '#odd', { type: 'blob', bytes: Uint8Array.of(0, 0xab) });
  expect(nvsToCsv(parseNvs(bytes).entries)).toEqual({
    text:
      'key,type,encoding,value\n' +
      'wifi,namespace,,\nssid,data,string,Pier 7\npswd,data,string," a, ""b""\nc"\n' +
      'app,namespace,,\ncount,data,i16,-2\n"#odd",data,hex2bin,00ab\n',
    leftOut: [],
  });
});

test('what the form has no place for is told, not bent', () => {
  const broken = Uint8Array.of(0x41, 0xff);
  const { text, leftOut } = nvsToCsv([
    { namespace: 'a', key: 'k', value: { type: 'string', value: 'A\uFFFD', bytes: broken, isText: false } },
    { namespace: '#4', key: 'lost', value: { type: 'u8', value: 1n } },
    { namespace: 'a', key: 'fine', value: { type: 'u8', value: 1n } },
  ]);
  expect(text).toBe('key,type,encoding,value\na,namespace,,\nfine,data,u8,1\n');
  expect(leftOut.map(({ key }) => key)).toEqual(['k', 'lost']);
});

test('values that are secrets are known by their names', () => {
  const names = ['sta.pswd', 'ap.passwd', 'wifi_pass', 'PSK', 'apiToken', 'aes_key', 'client_secret', 'sta.apinfo'];
  for (const key of names) expect(isSecretKey({ namespace: 'nvs.net80211', key })).toBe(true);
  expect(isSecretKey({ namespace: 'nimble_bond', key: 'our_sec_1' })).toBe(true);
  for (const key of ['sta.ssid', 'brightness', 'boot_count', 'hostname', 'volume']) {
    expect(isSecretKey({ namespace: 'app', key })).toBe(false);
  }
});
