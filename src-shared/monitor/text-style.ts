/**
 * How a character looks, packed into one number so that a line of styles costs little: colours 1 to 8 are black, red,
 * green, yellow, blue, magenta, cyan and white, 0 is the theme's own. Bright colours are the same ones: a theme has
 * one readable tone of each.
 */
export type TextStyle = number;

/** No colour, no weight: what a line starts with. */
export const plainStyle: TextStyle = 0;

/** The names of the colours that a theme has to have, in the order of their numbers. */
export const textColours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
export type TextColour = (typeof textColours)[number];

/** What a style says. */
export interface StyleFacts {
  readonly foreground: TextColour | null;
  readonly background: TextColour | null;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
}

const foregroundShift = 0;
const backgroundShift = 4;
const colourMask = 0xf;
const bold = 1 << 8;
const dim = 1 << 9;
const italic = 1 << 10;
const underline = 1 << 11;
const inverse = 1 << 12;

/** Takes a style apart. Inverse text is told as its colour behind it. */
export function styleFacts(style: TextStyle): StyleFacts {
  const colour = (shift: number): TextColour | null => textColours[((style >> shift) & colourMask) - 1] ?? null;
  const isInverse = (style & inverse) !== 0;
  const foreground = colour(foregroundShift);
  const background = colour(backgroundShift);
  return {
    foreground: isInverse ? null : foreground,
    background: isInverse ? (foreground ?? 'white') : background,
    isBold: (style & bold) !== 0,
    isDim: (style & dim) !== 0,
    isItalic: (style & italic) !== 0,
    isUnderlined: (style & underline) !== 0,
  };
}

/** The style after the sequence `ESC [ parameters m` (ECMA-48, "SGR"). What is not known changes nothing. */
export function applySgr(style: TextStyle, parameters: readonly number[]): TextStyle {
  let now = style;
  for (let at = 0; at < Math.max(1, parameters.length); at++) {
    const code = parameters[at] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, used } = extendedColour(parameters.slice(at + 1));
      now = withColour(now, code === 38 ? foregroundShift : backgroundShift, colour);
      at += used;
    } else {
      now = applyOne(now, code);
    }
  }
  return now;
}

const switchedOn: Readonly<Record<number, number>> = { 1: bold, 2: dim, 3: italic, 4: underline, 7: inverse };
const switchedOff: Readonly<Record<number, number>> = {
  21: bold,
  22: bold | dim,
  23: italic,
  24: underline,
  27: inverse,
};

function applyOne(style: TextStyle, code: number): TextStyle {
  if (code === 0) return plainStyle;
  const on = switchedOn[code];
  if (on !== undefined) return style | on;
  const off = switchedOff[code];
  if (off !== undefined) return style & ~off;
  if (code === 39) return withColour(style, foregroundShift, 0);
  if (code === 49) return withColour(style, backgroundShift, 0);
  const units = code % 10;
  if (units > 7) return style;
  const tens = code - units;
  if (tens === 30 || tens === 90) return withColour(style, foregroundShift, units + 1);
  if (tens === 40 || tens === 100) return withColour(style, backgroundShift, units + 1);
  return style;
}

function withColour(style: TextStyle, shift: number, colour: number): TextStyle {
  return (style & ~(colourMask << shift)) | (colour << shift);
}

/** `5;n` of 256 colours or `2;r;g;b`, as the nearest of the eight. */
function extendedColour(parameters: readonly number[]): { colour: number; used: number } {
  const [kind = 0, first = 0, second = 0, third = 0] = parameters;
  if (kind === 2) return { colour: nearest(first, second, third), used: 4 };
  if (kind !== 5) return { colour: 0, used: 0 };
  if (first < 16) return { colour: (first % 8) + 1, used: 2 };
  if (first >= 232) return { colour: first < 244 ? 1 : 8, used: 2 };
  const cube = first - 16;
  const level = (step: number): number => (step * 255) / 5;
  return { colour: nearest(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)), used: 2 };
}

/** Each part of the light is on or off, seen from the middle between the darkest and the brightest part. */
function nearest(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  if (most - least < 40) return most < 128 ? 1 : 8;
  const middle = (most + least) / 2;
  return 1 + (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0);
}
