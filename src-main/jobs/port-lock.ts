import { AppError } from '../../src-shared/errors/app-error';

/**
 * Who has a port: a job that a person started, others to whom it was given over the network, a quiet look at who is
 * there, or somebody who only listens.
 */
export type PortHolder = 'job' | 'share' | 'identify' | 'monitor';

interface Claim {
  readonly holder: PortHolder;
  /** Asks the holder to let go soon. */
  readonly cancel: () => void;
}

interface Hold extends Claim {
  readonly released: Promise<void>;
}

/** Who comes first: the higher one takes the port from the lower one, and nobody from their equal. */
const rank: Readonly<Record<PortHolder, number>> = { monitor: 0, identify: 1, share: 2, job: 2 };

/** One user per port at a time. A job takes a port from a look or a monitor, never from another job. */
export class PortLock {
  private readonly holds = new Map<string, Hold>();
  /** Ports that somebody waits for who may push the holder aside; nobody lower may slip in before them. */
  private readonly claims = new Map<string, Claim>();
  private readonly listeners = new Set<(path: string) => void>();

  /**
   * Resolves with the release function once the port is ours; `job.portInUse` when somebody has it who comes first, and
   * `job.portShared` where that is the network.
   */
  async acquire(path: string, holder: PortHolder, cancel: () => void): Promise<() => void> {
    const held = this.holds.get(path);
    const earlier = this.claims.get(path);
    const isFree = [held, earlier].every((other) => other === undefined || rank[other.holder] < rank[holder]);
    if (!isFree) throw this.refusal(path);
    if (held !== undefined) {
      const claim: Claim = { holder, cancel };
      this.claims.set(path, claim);
      earlier?.cancel();
      held.cancel();
      await held.released;
      // Somebody who comes first may have come meanwhile.
      if (this.claims.get(path) !== claim) throw this.refusal(path);
      this.claims.delete(path);
    }
    let markReleased = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      markReleased = resolve;
    });
    const hold: Hold = { holder, cancel, released };
    this.holds.set(path, hold);
    this.tell(path);
    return () => {
      if (this.holds.get(path) !== hold) return;
      this.holds.delete(path);
      markReleased();
      this.tell(path);
    };
  }

  holderOf(path: string): PortHolder | null {
    return (this.claims.get(path) ?? this.holds.get(path))?.holder ?? null;
  }

  onChanged(listener: (path: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private refusal(path: string): AppError {
    return new AppError(this.holderOf(path) === 'share' ? 'job.portShared' : 'job.portInUse', { path });
  }

  private tell(path: string): void {
    for (const listener of [...this.listeners]) listener(path);
  }
}
