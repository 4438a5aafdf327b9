import { isAppError } from '../../../src-shared/errors/app-error';
import type { LinkFacts, Transport } from '../transport/transport';
import { parseCustomSequence } from './custom-sequence';
import { lines, playLineSequence, type LineStep } from './line-sequence';
import type { ResetStrategy, ResetStrategyId, StrategiesFor } from './reset-strategy';

export { parseCustomSequence } from './custom-sequence';

/** How long EN is held low; the reset circuit's capacitor has to discharge. */
const holdResetMs = 100;
/** How long BOOT is held low after EN was released, and how much longer for boards with a large capacitor on EN. */
const usualHoldBootMs = 50;
const longerByMs = 500;
/** How long the USB side of a chip needs to notice a change of lines. */
const usbSettleMs = 200;

/**
 * One line after the other: BOOT high and EN low, then BOOT low and EN high. On the way both lines are
 * asserted for a moment, which the usual two-transistor circuit ignores and which the CDC device of
 * USB-OTG firmware counts on.
 */
const classicSequence = (holdBoot: number): readonly LineStep[] => [
  lines(false, false),
  lines(false, true),
  { waitMs: holdResetMs },
  lines(true, true),
  lines(true, false),
  { waitMs: holdBoot },
  lines(false, false),
];

/** Both lines in one call, so that EN never rises while BOOT is still high. */
const tightSequence = (holdBoot: number): readonly LineStep[] => [
  lines(false, false),
  lines(true, true),
  lines(false, true),
  { waitMs: holdResetMs },
  lines(true, false),
  { waitMs: holdBoot },
  lines(false, false),
];

/**
 * The USB-Serial/JTAG peripheral decodes the lines itself: DTR selects download mode, RTS resets. It
 * goes from (1,0) to (0,1) through (1,1), because (0,0) in between would mean "leave reset".
 */
const usbSerialJtagSequence: readonly LineStep[] = [
  lines(false, false),
  { waitMs: 100 },
  lines(true, false),
  { waitMs: 100 },
  lines(true, true),
  lines(false, true),
  { waitMs: 100 },
  lines(false, false),
];

const strategy = (id: ResetStrategyId, steps: readonly LineStep[]): ResetStrategy => ({
  id,
  enterDownloadMode: (transport, signal) => playLineSequence(transport, steps, signal),
});

const usbSerialJtag = strategy('usbSerialJtag', usbSerialJtagSequence);
const none = strategy('none', []);

/**
 * See `StrategiesFor`. A custom sequence replaces every other one, as in the reference tool. Throws
 * `input.badChoice` when the custom sequence cannot be read.
 */
export const strategiesFor: StrategiesFor = (link, before, customSequence, holdBootMs = usualHoldBootMs) => {
  // Read it first: a mistake in it is reported even where the link could not play it.
  const custom = customSequence === null ? null : strategy('custom', parseCustomSequence(customSequence));
  switch (before) {
    case 'no-reset':
    case 'no-reset-no-sync':
      return [none];
    case 'usb-reset':
      return link.hasModemLines ? [usbSerialJtag] : [none];
    case 'default-reset':
      if (!link.hasModemLines) return [none];
      return custom === null ? defaultStrategies(link, holdBootMs) : [custom];
  }
};

function defaultStrategies(link: LinkFacts, holdBootMs: number): readonly ResetStrategy[] {
  const classic = [
    strategy('classic', classicSequence(holdBootMs)),
    strategy('classicLongDelay', classicSequence(holdBootMs + longerByMs)),
  ];
  const tight = [
    strategy('unixTight', tightSequence(holdBootMs)),
    strategy('unixTightLongDelay', tightSequence(holdBootMs + longerByMs)),
  ];
  const bridge = link.setsLinesTogether ? [...tight, ...classic] : classic;
  switch (link.kind) {
    case 'usbSerialJtag':
      return [usbSerialJtag];
    case 'usbOtg':
      return [strategy('usbOtg', classicSequence(holdBootMs))];
    case 'usbUartBridge':
    case 'network':
      return bridge;
    case 'unknown':
      // The port did not tell what it is: it may still be a chip's own USB.
      return [...bridge, usbSerialJtag];
  }
}

/**
 * Resets the chip by EN into whatever its strapping pins select, normally the application. Does nothing
 * on a link without modem lines. A port that goes away under a chip's own USB is success: it goes away
 * because the chip restarts. A custom sequence is played as it is (`input.badChoice` where it cannot be read).
 */
export async function hardReset(transport: Transport, signal?: AbortSignal, customSequence?: string): Promise<void> {
  if (!transport.link.hasModemLines) return;
  const usb = transport.link.kind === 'usbSerialJtag' || transport.link.kind === 'usbOtg';
  const usual: readonly LineStep[] = usb
    ? [lines(false, true), { waitMs: usbSettleMs }, lines(false, false), { waitMs: usbSettleMs }]
    : [lines(false, true), { waitMs: holdResetMs }, lines(false, false)];
  const steps = customSequence === undefined ? usual : parseCustomSequence(customSequence);
  try {
    await playLineSequence(transport, steps, signal);
  } catch (error) {
    if (!(usb && isAppError(error) && error.code.startsWith('port.'))) throw error;
  }
}
