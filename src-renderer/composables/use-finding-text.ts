import { useI18n } from 'vue-i18n';
import { chipById, chips } from '../../src-shared/chips';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import type { Finding } from '../../src-shared/monitor/findings/finding';
import { useFormat } from './use-format';

/** A finding in the chosen language. */
export interface FindingText {
  readonly title: string;
  readonly text: string;
}

/** The pin that asks this chip for download mode: `GPIO9`. */
export function bootPinOf(chip: ChipId | null): string | null {
  const pin = chip === null ? undefined : chipById(chip).bootStrap[0]?.pin;
  return pin === undefined ? null : `GPIO${pin}`;
}

/** Turns what was recognised into sentences. `bootPin`: the name of the pin that asks this chip for download mode. */
export function useFindingText(): (finding: Finding, bootPin: string | null) => FindingText {
  const { t } = useI18n();
  const format = useFormat();
  const chipName = (imageChipId: number): string =>
    chips.find((chip) => chip.imageChipId === imageChipId)?.name ?? String(imageChipId);
  const kib = (size: number): string => format.bytes(size * 1024);

  function crashText({ facts }: Extract<Finding, { kind: 'crash' }>): string {
    const address = facts.address === null ? '?' : format.hex(facts.address);
    const key = facts.isNull && (facts.cause === 'read' || facts.cause === 'write') ? 'null' : facts.cause;
    return t(`finding.crash.text.${key}`, { address, printed: facts.printed });
  }

  return (finding, bootPin) => {
    const plain = (parameters: Record<string, string | number> = {}): FindingText => ({
      title: t(`finding.${finding.kind}.title`, parameters),
      text: t(`finding.${finding.kind}.text`, parameters),
    });
    switch (finding.kind) {
      case 'crash':
        return { title: t('finding.crash.title'), text: crashText(finding) };
      case 'brokenImage':
        return { title: t('finding.brokenImage.title'), text: t(`finding.brokenImage.text.${finding.facts.what}`) };
      case 'restarted': {
        const { reason, printed } = finding.facts;
        return { title: t('finding.restarted.title'), text: t(`finding.restarted.text.${reason}`, { printed }) };
      }
      case 'uncaughtException':
        if (finding.facts.name !== '') return plain({ name: finding.facts.name });
        return { title: plain().title, text: t('finding.uncaughtException.textUnnamed') };
      case 'taskWatchdog':
        if (finding.facts.tasks !== '') return plain({ tasks: finding.facts.tasks });
        return { title: plain().title, text: t('finding.taskWatchdog.textUnnamed') };
      case 'wrongChip':
        // The bootloader says which chip it expects to be on: that is this one.
        return plain({ wanted: chipName(finding.facts.found), actual: chipName(finding.facts.expected) });
      case 'flashTooSmall':
        return plain({ header: kib(finding.facts.headerKib), actual: kib(finding.facts.actualKib) });
      case 'invalidHeader':
        return plain({ header: format.hex(finding.facts.header) });
      case 'downloadMode':
        return plain({ pin: bootPin ?? t('finding.downloadMode.pin') });
      case 'otherBootMode':
        return plain({ bootMode: format.hex(finding.facts.bootMode) });
      case 'stackOverflow':
      case 'assert':
      case 'errorCheck':
      case 'heapCorrupt':
      case 'wrongFlashMode':
      case 'wrongRevision':
      case 'crashLoop':
      case 'appStarted':
        return plain({ ...finding.facts });
      case 'abort':
      case 'stackSmashed':
      case 'outOfMemory':
      case 'interruptWatchdog':
      case 'softWatchdog':
      case 'brownout':
      case 'emptyFlash':
      case 'flashReadError':
      case 'noPartitionTable':
      case 'noApp':
      case 'secureBoot':
      case 'noPsram':
      case 'settingsOutdated':
        return plain();
    }
  };
}
