import type { BitField, FlashPower } from '../../src-shared/chips/chip-descriptor';
import type { AddressSpace } from './address-space';
import type { Personality } from './personality';

/** The supply of the flash part, which some revisions leave off after a reset into download mode. */
export class FlashSupply {
  private readonly power: FlashPower | null;

  constructor(
    { descriptor, revision }: Personality,
    private readonly memory: AddressSpace,
  ) {
    const { flashPower } = descriptor;
    this.power = flashPower !== null && flashPower.revisions.includes(revision) ? flashPower : null;
  }

  /** On once the pads have power, the regulator has started and is no longer held, and somebody asked for it. */
  get isOn(): boolean {
    const { power } = this;
    if (power === null) return true;
    return (
      this.isSet(power.padGroup) &&
      this.isSet(power.forceOn) &&
      !this.isSet(power.ldoForceHigh) &&
      !this.isSet(power.ldoCurrentLimit) &&
      this.valueOf(power.ldoTarget) === 0
    );
  }

  /** What a chip reset leaves: the regulator aims at 1.8 V, and nobody has asked for it. */
  reset(): void {
    if (this.power === null) return;
    const { padGroup, forceOn, ldoForceHigh, ldoTarget, ldoCurrentLimit } = this.power;
    for (const { address } of [padGroup, forceOn, ldoForceHigh, ldoCurrentLimit]) this.memory.writeWord(address, 0);
    this.memory.writeWord(ldoTarget.address, (1 << ldoTarget.shift) >>> 0);
  }

  private isSet(field: BitField): boolean {
    return this.valueOf(field) === 2 ** field.bits - 1;
  }

  private valueOf({ address, shift, bits }: BitField): number {
    return (this.memory.readWord(address) >>> shift) & (2 ** bits - 1);
  }
}
