import { useI18n } from 'vue-i18n';
import type { FlashStatusFound, MacFound, SecurityReport, SfdpFound } from '../../src-shared/ipc/contract';
import type { Fact } from '../components/fact';
import { useAddressFacts } from './use-address-facts';
import { useFlashChipFacts } from './use-flash-chip-facts';
import { useLockFacts } from './use-lock-facts';
import { useSfdpFacts } from './use-sfdp-facts';
import { bitOf, useStatusText } from './use-status-text';

/** What was read; null: it was not. */
interface Read {
  readonly flash: FlashStatusFound | null;
  readonly sfdp: SfdpFound | null;
  readonly security: SecurityReport | null;
  readonly addresses: MacFound | null;
}

/** All of it as plain text, for a message or a note; empty where nothing was read. */
export function useToolsText(): (read: Read) => string {
  const { t } = useI18n();
  const chipFacts = useFlashChipFacts();
  const sfdpFacts = useSfdpFacts();
  const lockFacts = useLockFacts();
  const addressFacts = useAddressFacts();
  const statusText = useStatusText();

  const lines = (facts: readonly Fact[]): string[] =>
    facts.map(({ name, value }) => `${name}: ${value.replaceAll('\n', '; ')}`);
  function flashLines(found: FlashStatusFound): string[] {
    const { flash, value, statusBytes } = found;
    const set = statusText.bits(statusBytes, flash).filter(({ bit }) => bitOf(value, bit) === 1);
    return [
      ...lines([...chipFacts.part(flash), ...chipFacts.status(found)]),
      ...set.map(({ bit, name, meaning }) => `${t('flashChip.bit')} ${bit}, ${name}: ${meaning}`),
    ];
  }
  function sfdpLines({ contents, bytes }: SfdpFound): string[] {
    if (contents === null) return [t('sfdp.none')];
    const rows: string[] = [];
    for (let at = 0; at < bytes.length; at += 16) {
      const hex = Array.from(bytes.subarray(at, at + 16), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      rows.push(`${at.toString(16).padStart(4, '0')}  ${hex}`);
    }
    return [...lines(sfdpFacts(contents)), ...rows];
  }

  return ({ flash, sfdp, security, addresses }) => {
    const sections: (readonly [title: string, lines: readonly string[]])[] = [
      [t('flashChip.title'), flash === null ? [] : flashLines(flash)],
      [t('sfdp.title'), sfdp === null ? [] : sfdpLines(sfdp)],
      [t('lockReport.title'), security === null ? [] : lines(lockFacts.report(security))],
      [t('addresses.title'), addresses === null ? [] : lines(addressFacts(addresses))],
    ];
    return sections
      .filter(([, found]) => found.length > 0)
      .map(([title, found]) => `${[title, ...found.map((line) => `  ${line}`)].join('\n')}\n`)
      .join('\n');
  };
}
