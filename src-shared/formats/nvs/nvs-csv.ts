import { bytesToHex } from '@noble/hashes/utils.js';
import type { NvsEntry, NvsValue } from './nvs-contents';

/** A table of entries, and those that it cannot hold. */
export interface NvsCsv {
  readonly text: string;
  /** Texts that are no UTF-8, and namespaces or keys without a name: the form has no place for them. */
  readonly leftOut: readonly NvsEntry[];
}

/**
 * The form that ESP-IDF's `nvs_partition_gen` reads (its documentation, "NVS Partition Generator Utility"): a line for
 * each namespace, then one for each of its keys. Blobs are written as `hex2bin`. Lines end in `\n`.
 */
export function nvsToCsv(entries: readonly NvsEntry[]): NvsCsv {
  const lines = ['key,type,encoding,value'];
  const leftOut: NvsEntry[] = [];
  let namespace: string | null = null;
  for (const entry of entries) {
    const value = encoded(entry.value);
    if (value === null || !isName(entry.namespace) || entry.namespace.startsWith('#') || !isName(entry.key)) {
      leftOut.push(entry);
      continue;
    }
    if (entry.namespace !== namespace) {
      namespace = entry.namespace;
      lines.push(`${field(namespace)},namespace,,`);
    }
    lines.push(`${field(entry.key)},data,${value.encoding},${field(value.text)}`);
  }
  return { text: `${lines.join('\n')}\n`, leftOut };
}

function encoded(value: NvsValue): { readonly encoding: string; readonly text: string } | null {
  switch (value.type) {
    case 'string':
      return value.isText ? { encoding: 'string', text: value.value } : null;
    case 'blob':
      return { encoding: 'hex2bin', text: bytesToHex(value.bytes) };
    default:
      return { encoding: value.type, text: value.value.toString() };
  }
}

/** A name that a line can hold and the tool takes as it is. */
function isName(text: string): boolean {
  return text.length > 0 && !text.includes('\uFFFD') && text === text.trim();
}

/** The tool takes a line that begins with # for a comment. */
function field(text: string): string {
  return /[",\r\n]|^[\s#]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
