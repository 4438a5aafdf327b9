import type { Severity } from '../../src-shared/monitor/findings/finding';

/** A note about something that a board printed. */
export interface FindingItem {
  readonly id: number;
  readonly severity: Severity;
  readonly title: string;
  readonly text: string;
  readonly times: number;
  readonly lineId: number;
  /** Where in the program, the innermost first. */
  readonly places: readonly PlaceItem[];
  /** By which program; null where no program is known. */
  readonly program: { readonly name: string; readonly isOther: boolean } | null;
}

/** One address with what is known of it. */
export interface PlaceItem {
  readonly address: string;
  readonly functionName: string | null;
  readonly place: string | null;
  /** Lay on the stack, and may be old. */
  readonly isPerhaps: boolean;
}
