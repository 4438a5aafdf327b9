import { readFileSync } from 'node:fs';
import type { CommandFields, CommandName } from '../../../src-main/engine/protocol/commands';

/** One recorded or documented command with its reply, as whole frames. */
export interface GoldenVector {
  readonly name: CommandName;
  readonly chip: string;
  readonly loader: 'rom' | 'stub';
  readonly fields: Readonly<Record<string, number | string>>;
  readonly request: string;
  readonly reply: string;
  readonly replyValue: number;
  readonly replyData: string;
}

interface GoldenFile {
  readonly vectors: readonly GoldenVector[];
  readonly failures: readonly {
    readonly name: CommandName;
    readonly loader: 'rom' | 'stub';
    readonly reply: string;
    readonly reason: number;
  }[];
}

export const golden = JSON.parse(
  readFileSync(new URL('../../golden/commands.json', import.meta.url), 'utf8'),
) as GoldenFile;

export const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The vector's fields as the codec takes them; only a block's data is not a number. */
export function fieldsOf(vector: GoldenVector): CommandFields<CommandName> {
  const entries = Object.entries(vector.fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? fromHex(value) : value,
  ]);
  return Object.fromEntries(entries) as CommandFields<CommandName>;
}
