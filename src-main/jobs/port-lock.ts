import { AppError } from '../../src-shared/errors/app-error';

/** Who has a port: a job that a person started, or a quiet look at who is there. */
export type PortHolder = 'job' | 'identify';

interface Hold {
  readonly holder: PortHolder;
  /** Asks the holder to let go soon. */
  readonly cancel: () => void;
  readonly released: Promise<void>;
}

/** One user per port at a time. A job takes a port from a mere identification, never from another job. */
export class PortLock {
  private readonly holds = new Map<string, Hold>();
  /** Ports that a job waits for; nobody else may slip in before it. */
  private readonly claimed = new Set<string>();
  private readonly listeners = new Set<(path: string) => void>();

  /** Resolves with the release function once the port is ours; `job.portInUse` when a job has it. */
  async acquire(path: string, holder: PortHolder, cancel: () => void): Promise<() => void> {
    const held = this.holds.get(path);
    if (held?.holder === 'job' || this.claimed.has(path) || (held !== undefined && holder === 'identify')) {
      throw new AppError('job.portInUse', { path });
    }
    if (held !== undefined) {
      this.claimed.add(path);
      held.cancel();
      await held.released;
      this.claimed.delete(path);
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
    return this.claimed.has(path) ? 'job' : (this.holds.get(path)?.holder ?? null);
  }

  onChanged(listener: (path: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(path: string): void {
    for (const listener of [...this.listeners]) listener(path);
  }
}
