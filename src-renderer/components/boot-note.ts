import type { FindingKind, Severity } from '../../src-shared/monitor/findings/finding';

/** What a start gave away, in words. */
export interface BootNote {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly title: string;
  readonly text: string;
}
