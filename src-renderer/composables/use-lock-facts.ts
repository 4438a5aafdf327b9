import { useI18n } from 'vue-i18n';
import { chips } from '../../src-shared/chips';
import type { BoardIdentity, SecurityReport } from '../../src-shared/ipc/contract';
import { formatHex } from '../../src-shared/numbers/parse-number';
import type { Fact } from '../components/fact';

/** By the number that the eFuses have. */
const purposes = [
  'user',
  'ecdsa',
  'xts256first',
  'xts256second',
  'xts128',
  'hmacAll',
  'hmacJtag',
  'hmacSignature',
  'hmacUp',
  'digest0',
  'digest1',
  'digest2',
  'keyManager',
] as const;

type Switch = 'secureBoot' | 'aggressive' | 'download' | 'encryption' | 'usb' | 'dataCache' | 'instructionCache';

/** Says what is locked in a chip. */
export interface LockFacts {
  report(report: SecurityReport): readonly Fact[];
  /** What eFuses tell of a chip that has no report; empty where they tell nothing. */
  efuses(identity: Pick<BoardIdentity, 'secureBoot' | 'flashEncryption'>): readonly Fact[];
}

/** Facts about locks in the chosen language. */
export function useLockFacts(): LockFacts {
  const { t } = useI18n();
  const onOff = (name: Switch, isOn: boolean): Fact => ({
    name: t(`lockReport.${name}.name`),
    value: t(isOn ? 'lockReport.on' : 'lockReport.off'),
    note: t(`lockReport.${name}.${isOn ? 'on' : 'off'}`),
  });

  function revoked({ keyRevoked }: SecurityReport): Fact {
    const keys = keyRevoked.flatMap((isRevoked, number) =>
      isRevoked ? [t('lockReport.revoked.key', { number })] : [],
    );
    return {
      name: t('lockReport.revoked.name'),
      value: keys.join(', ') || t('lockReport.revoked.none'),
      note: t('lockReport.revoked.note'),
    };
  }

  /** Several chips of a family may share a number. */
  function chipIdText(chipId: number | null): string {
    if (chipId === null) return t('lockReport.chipId.none');
    const kinds = chips.filter(({ detect }) => detect.by === 'chipId' && detect.chipId === chipId);
    return [String(chipId), ...kinds.map(({ name }) => name)].join(', ');
  }

  function cryptCount({ flashCryptCount }: SecurityReport): Fact {
    const count = flashCryptCount.toString(2).replaceAll('0', '').length;
    return {
      name: t('lockReport.cryptCount.name'),
      value: t(
        'lockReport.cryptCount.value',
        { bits: `0b${flashCryptCount.toString(2).padStart(3, '0')}`, count },
        count,
      ),
      note: t('lockReport.cryptCount.note'),
    };
  }

  function jtag({ hardJtagDisabled, softJtagDisabled }: SecurityReport): Fact {
    const state = hardJtagDisabled ? 'hard' : softJtagDisabled ? 'soft' : 'open';
    return {
      name: t('lockReport.jtag.name'),
      value: t(`lockReport.jtag.${state}`),
      note: t(`lockReport.jtag.${state}Note`),
    };
  }

  const keys = (report: SecurityReport): readonly Fact[] =>
    report.keys.map(({ purpose, name }, number) => {
      const word = purposes[purpose];
      return {
        name: t('lockReport.key', { number }),
        value: word === undefined ? t('lockReport.purpose.unknown', { purpose }) : t(`lockReport.purpose.${word}`),
        ...(word === undefined ? {} : { note: name }),
      };
    });

  return {
    report: (report) => [
      onOff('secureBoot', report.secureBoot),
      ...(report.secureBoot || report.keyRevoked.includes(true) ? [revoked(report)] : []),
      ...(report.secureBoot || report.aggressiveRevoke ? [onOff('aggressive', report.aggressiveRevoke)] : []),
      onOff('download', report.secureDownloadMode),
      onOff('encryption', report.flashEncryption),
      cryptCount(report),
      jtag(report),
      onOff('usb', !report.usbDisabled),
      onOff('dataCache', !report.dataCacheDisabled),
      onOff('instructionCache', !report.instructionCacheDisabled),
      ...keys(report),
      {
        name: t('lockReport.chipId.name'),
        value: chipIdText(report.chipId),
        note: t('lockReport.chipId.note'),
      },
      ...(report.apiVersion === null
        ? []
        : [
            {
              name: t('lockReport.apiVersion.name'),
              value: String(report.apiVersion),
              note: t('lockReport.apiVersion.note'),
            },
          ]),
      {
        name: t('lockReport.flags.name'),
        value: formatHex(report.flags, 8),
        note: t('lockReport.flags.note'),
        isMono: true,
      },
    ],
    efuses: ({ secureBoot, flashEncryption }) => [
      ...(secureBoot === null ? [] : [onOff('secureBoot', secureBoot)]),
      ...(flashEncryption === null ? [] : [onOff('encryption', flashEncryption)]),
    ],
  };
}
