import type { JobProgress, PlanView, RegionProgress } from '../../src-shared/ipc/contract';
import type { FlashPlan, PlannedRegion, WriteProgress } from '../engine/plan/flash-plan';

type Bytes = Pick<JobProgress, 'stage' | 'doneBytes' | 'totalBytes' | 'rowDoneBytes' | 'rowTotalBytes' | 'regions'>;

/** Translates progress by region of a plan into progress by row of the flash table. */
export class FlashProgress {
  private readonly doneByOffset = new Map<number, number>();
  private readonly rowByOffset = new Map<number, number>();
  private readonly verified = new Set<number>();
  /** The region that is being worked on, and whether it is being compared. */
  private current: { readonly offset: number; readonly state: 'writing' | 'verifying' } | null = null;

  constructor(
    private readonly plan: FlashPlan,
    view: PlanView,
    private readonly rowCount: number,
  ) {
    for (const { offset } of plan.regions) {
      const write = view.writes.find((span) => span.offset <= offset && offset < span.offset + span.sizeBytes);
      if (write?.row != null) this.rowByOffset.set(offset, write.row);
    }
  }

  /** A region that the chip is known to hold. */
  skip({ offset, sizeBytes }: { readonly offset: number; readonly sizeBytes: number }): void {
    this.doneByOffset.set(offset, sizeBytes);
    this.verified.add(offset);
  }

  /** What to tell after the writer reported on `part`, which may begin inside `whole`. */
  after({ stage, regionDoneBytes }: WriteProgress, whole: PlannedRegion, part: PlannedRegion): Bytes {
    this.doneByOffset.set(whole.offset, part.offset - whole.offset + regionDoneBytes);
    if (stage !== 'erasing') this.current = { offset: whole.offset, state: stage };
    return { stage, ...this.totals() };
  }

  totals(): Omit<Bytes, 'stage'> {
    const rowDoneBytes = Array.from({ length: this.rowCount }, () => 0);
    const rowTotalBytes = Array.from({ length: this.rowCount }, () => 0);
    let doneBytes = 0;
    let totalBytes = 0;
    for (const { offset, bytes } of this.plan.regions) {
      const done = this.doneByOffset.get(offset) ?? 0;
      doneBytes += done;
      totalBytes += bytes.length;
      const row = this.rowByOffset.get(offset);
      if (row === undefined) continue;
      rowDoneBytes[row] = (rowDoneBytes[row] ?? 0) + done;
      rowTotalBytes[row] = (rowTotalBytes[row] ?? 0) + bytes.length;
    }
    return {
      doneBytes,
      totalBytes,
      rowDoneBytes,
      rowTotalBytes,
      regions: this.plan.regions.map((each) => this.stateOf(each)),
    };
  }

  private stateOf({ offset, bytes }: PlannedRegion): RegionProgress {
    const doneBytes = this.doneByOffset.get(offset) ?? 0;
    const current = this.current?.offset === offset ? this.current.state : 'waiting';
    return { offset, sizeBytes: bytes.length, doneBytes, state: this.verified.has(offset) ? 'verified' : current };
  }
}
