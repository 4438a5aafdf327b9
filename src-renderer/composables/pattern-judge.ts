import type { SessionLine, SessionLines } from './monitor-lines';

export interface PatternQuestion {
  readonly pattern: string;
  readonly texts: readonly string[];
}
/** For each text whether the pattern is found in it. */
type PatternAnswer = readonly boolean[];
/** `ready`: questions are answered from now on. */
export type PatternMessage = 'ready' | PatternAnswer;

/** What a judge needs, and whom it tells. */
export interface PatternJudgeParts {
  /** A regular expression that compiles. */
  readonly pattern: string;
  readonly textOf: (line: SessionLine) => string;
  /** More lines have been judged. */
  readonly onJudged: () => void;
  /** The expression takes for ever: nothing more is judged. */
  readonly onTooSlow: () => void;
}

/** So many lines take an ordinary expression a few milliseconds. */
const mostAtOnce = 2000;
/** An expression that takes longer for so many lines is one that may take years (`(a+)+$`). */
const patienceMs = 1000;

/**
 * Tells in which lines of a session somebody's own regular expression is found. A worker looks, because an expression
 * can be so slow that the window would stand still, and nothing else stops one.
 */
export class PatternJudge {
  private readonly worker = new Worker(new URL('./pattern-worker.ts', import.meta.url), { type: 'module' });
  private isReady = false;
  /** Numbers of the lines in which it is found. */
  private readonly found = new Set<number>();
  private lastId = 0;
  /** The line that was still being written when it was last looked at: it may read differently now. */
  private unfinished: { readonly text: string; readonly isFound: boolean } | null = null;
  private asked: { readonly lines: readonly SessionLine[]; readonly current: string | null } | null = null;
  private session: SessionLines | null = null;
  private timer: number | undefined;

  constructor(private readonly parts: PatternJudgeParts) {
    this.worker.onmessage = ({ data }: MessageEvent<PatternMessage>) => {
      if (data !== 'ready') {
        this.take(data);
        return;
      }
      this.isReady = true;
      if (this.asked !== null) this.limitTime();
    };
  }

  /** Looks at what came since; answers come by `onJudged`. */
  follow(session: SessionLines): void {
    this.session = session;
    if (this.asked !== null) return;
    const firstId = session.all[0]?.id ?? session.upcomingId;
    this.forget(firstId);
    // Ids count up without gaps.
    const from = Math.max(0, this.lastId + 1 - firstId);
    const lines = session.all.slice(from, from + mostAtOnce);
    const isLast = from + lines.length >= session.all.length;
    const current = isLast && session.current !== null ? this.parts.textOf(session.current) : null;
    if (lines.length === 0 && (current === null || current === this.unfinished?.text)) return;
    this.asked = { lines, current };
    const texts = [...lines.map(this.parts.textOf), ...(current === null ? [] : [current])];
    this.worker.postMessage({ pattern: this.parts.pattern, texts } satisfies PatternQuestion);
    if (this.isReady) this.limitTime();
  }

  private limitTime(): void {
    this.timer = window.setTimeout(() => {
      this.end();
      this.parts.onTooSlow();
    }, patienceMs);
  }

  /** Whether it has been looked at; of the line being written always. */
  knows(line: SessionLine): boolean {
    return line.id <= this.lastId;
  }

  isFound(line: SessionLine): boolean {
    if (this.knows(line)) return this.found.has(line.id);
    return this.unfinished?.isFound === true && this.unfinished.text === this.parts.textOf(line);
  }

  end(): void {
    window.clearTimeout(this.timer);
    this.worker.terminate();
  }

  /** What was let go of; the oldest come first. */
  private forget(firstId: number): void {
    for (const id of this.found) {
      if (id >= firstId) return;
      this.found.delete(id);
    }
  }

  private take(answer: PatternAnswer): void {
    window.clearTimeout(this.timer);
    const { lines, current } = this.asked ?? { lines: [], current: null };
    this.asked = null;
    lines.forEach(({ id }, index) => {
      this.lastId = id;
      if (answer[index] === true) this.found.add(id);
    });
    this.unfinished = current === null ? null : { text: current, isFound: answer[lines.length] === true };
    this.parts.onJudged();
    if (this.session !== null) this.follow(this.session);
  }
}
