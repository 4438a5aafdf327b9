import { useI18n } from 'vue-i18n';
import type { SfdpBasics } from '../../src-shared/formats/sfdp-basics';
import type { SfdpContents, SfdpTableEntry } from '../../src-shared/formats/sfdp';
import type { Fact } from '../components/fact';
import { useFormat } from './use-format';

const basicTableId = 0xff00;
/** The upper byte of tables that JEDEC itself describes. */
const jedecTables = 0xff;

/** Says what a flash part tells about itself, in the chosen language. */
export function useSfdpFacts(): (contents: SfdpContents) => readonly Fact[] {
  const { t } = useI18n();
  const format = useFormat();
  const opcode = (code: number): string => `${code.toString(16).padStart(2, '0').toUpperCase()}h`;
  const time = (ms: number): string => (ms < 1000 ? t('sfdp.ms', { ms: format.number(ms) }) : format.duration(ms));

  function basics({
    sizeBytes,
    erases,
    pageBytes,
    addressBytes,
    fastReads,
    hasDoubleRate,
    quadEnable,
  }: SfdpBasics): readonly Fact[] {
    const untold = t('sfdp.untold');
    const eraseLines = erases.map((each) => {
      const facts = { size: format.bytes(each.sizeBytes), opcode: opcode(each.opcode) };
      return each.typicalMs === null
        ? t('sfdp.erase', facts)
        : t('sfdp.eraseTime', { ...facts, time: time(each.typicalMs) });
    });
    const readLines = fastReads.map(({ lines, opcode: code, waitClocks: wait, modeClocks: mode }) =>
      t('sfdp.fastRead', { lines, opcode: opcode(code), wait, mode }),
    );
    const quad =
      quadEnable === null ? untold : quadEnable === 'none' ? t('sfdp.quadNone') : t('sfdp.quadAt', { ...quadEnable });
    return [
      { name: t('sfdp.size'), value: sizeBytes === null ? untold : format.bytes(sizeBytes) },
      { name: t('sfdp.erases'), value: eraseLines.join('\n') || untold },
      { name: t('sfdp.page'), value: pageBytes === null ? untold : format.bytes(pageBytes), note: t('sfdp.pageNote') },
      { name: t('sfdp.address'), value: addressBytes === null ? untold : t(`sfdp.addresses.${addressBytes}`) },
      { name: t('sfdp.fast'), value: readLines.join('\n') || t('sfdp.no'), note: t('sfdp.fastNote') },
      { name: t('sfdp.double'), value: t(hasDoubleRate ? 'sfdp.yes' : 'sfdp.no') },
      { name: t('sfdp.quad'), value: quad },
    ];
  }

  function nameOf(id: number): string {
    if (id === basicTableId) return t('sfdp.tableNames.basic');
    const hex = id.toString(16).padStart(4, '0').toUpperCase();
    return t(id >>> 8 === jedecTables ? 'sfdp.tableNames.jedec' : 'sfdp.tableNames.maker', { id: hex });
  }
  const table = ({ id, revision, sizeBytes, offset, isComplete }: SfdpTableEntry): string =>
    t(isComplete ? 'sfdp.table' : 'sfdp.tableFar', {
      name: nameOf(id),
      revision,
      size: format.bytes(sizeBytes),
      offset: format.hex(offset),
    });

  return ({ revision, tables, basics: found }) => [
    { name: t('sfdp.signature'), value: t('sfdp.signatureValue', { revision }) },
    ...(found === null ? [] : basics(found)),
    { name: t('sfdp.tables'), value: tables.map(table).join('\n') },
  ];
}
