import type { TelnetVerb } from './telnet';

/** One option on one side: what was said about it last. */
type OptionState = 'off' | 'asked' | 'on' | 'refused';

/** What this side would like: options of its own, and options of the other side. */
export interface WantedOptions {
  readonly local: readonly number[];
  readonly remote: readonly number[];
}

/**
 * Agrees on options without ever answering an answer, so that no two ends can talk in circles (RFC 1143).
 * Whatever is not wanted is declined.
 */
export class TelnetNegotiation {
  private readonly local = new Map<number, OptionState>();
  private readonly remote = new Map<number, OptionState>();

  constructor(
    private readonly wanted: WantedOptions,
    private readonly send: (verb: TelnetVerb, option: number) => void,
  ) {}

  /** Asks for everything that is wanted and not agreed on yet. */
  ask(): void {
    for (const option of this.wanted.local) this.askFor(this.local, 'will', option);
    for (const option of this.wanted.remote) this.askFor(this.remote, 'do', option);
  }

  receive(verb: TelnetVerb, option: number): void {
    switch (verb) {
      case 'do':
        this.agree(this.local, this.wanted.local.includes(option), option, 'will', 'wont');
        return;
      case 'will':
        this.agree(this.remote, this.wanted.remote.includes(option), option, 'do', 'dont');
        return;
      case 'dont':
        this.giveUp(this.local, option, 'wont');
        return;
      case 'wont':
        this.giveUp(this.remote, option, 'dont');
        return;
    }
  }

  /** Whether either side has the option: which of the two was asked differs between programs. */
  isOn(option: number): boolean {
    return this.local.get(option) === 'on' || this.remote.get(option) === 'on';
  }

  /** Whether the other side wants nothing to do with the option. */
  isRefused(option: number): boolean {
    return this.local.get(option) === 'refused' && !this.isOn(option);
  }

  private askFor(side: Map<number, OptionState>, verb: TelnetVerb, option: number): void {
    if (side.get(option) === 'on') return;
    side.set(option, 'asked');
    this.send(verb, option);
  }

  private agree(
    side: Map<number, OptionState>,
    isWanted: boolean,
    option: number,
    yes: TelnetVerb,
    no: TelnetVerb,
  ): void {
    if (!isWanted) {
      this.send(no, option);
      return;
    }
    const before = side.get(option) ?? 'off';
    side.set(option, 'on');
    if (before === 'off' || before === 'refused') this.send(yes, option);
  }

  private giveUp(side: Map<number, OptionState>, option: number, confirm: TelnetVerb): void {
    const before = side.get(option) ?? 'off';
    if (before === 'on') this.send(confirm, option);
    if (before !== 'off') side.set(option, 'refused');
  }
}
