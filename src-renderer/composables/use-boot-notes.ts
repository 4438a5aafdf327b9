import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import type { Finding, Severity } from '../../src-shared/monitor/findings/finding';
import { Recogniser } from '../../src-shared/monitor/findings/recogniser';
import type { BootNote } from '../components/boot-note';
import { bootPinOf, useFindingText } from './use-finding-text';

const order: readonly Severity[] = ['problem', 'warning', 'info'];

/** What is recognised in the text of a start. How it came to start is left out: the job restarted the board. */
function findingsIn(bootLog: string): readonly Finding[] {
  const recogniser = new Recogniser();
  const byId = new Map<number, Finding>();
  bootLog.split('\n').forEach((text, index) => {
    for (const finding of recogniser.push({ id: index + 1, atMs: 0, text })) byId.set(finding.id, finding);
  });
  return [...byId.values()].filter(({ kind }) => kind !== 'restarted');
}

/** What a board that was just written said about its start: which app runs, or why none does. */
export function useBootNotes(): (bootLog: string, chip: ChipId) => readonly BootNote[] {
  const findingText = useFindingText();
  return (bootLog, chip) =>
    findingsIn(bootLog)
      .map((finding) => ({
        kind: finding.kind,
        severity: finding.severity,
        ...findingText(finding, bootPinOf(chip)),
      }))
      .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
