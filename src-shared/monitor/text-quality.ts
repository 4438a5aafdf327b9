/** Fewer characters tell nothing: a reset starts with a few that are none. */
const leastCharacters = 96;
/** What is looked at: the newest ones. */
const windowSize = 1024;
/** Text of any language is far above it, bytes at another rate far below. */
const leastText = 0.7;

/** Tells text from what another baud rate makes of it. */
export class TextQuality {
  private decoder = new TextDecoder();
  private readonly isText: boolean[] = [];
  private texts = 0;

  push(bytes: Uint8Array): void {
    for (const character of this.decoder.decode(bytes.subarray(-windowSize), { stream: true })) {
      const code = character.codePointAt(0) ?? 0;
      // A line at rest reads as nothing but noughts.
      if (code === 0) continue;
      const isText =
        code < 0x20 ? [0x09, 0x0a, 0x0d, 0x1b].includes(code) : code < 0x7f || (code >= 0xa0 && code !== 0xfffd);
      this.isText.push(isText);
      if (isText) this.texts += 1;
    }
    for (const was of this.isText.splice(0, Math.max(0, this.isText.length - windowSize))) if (was) this.texts -= 1;
  }

  /** The rate has changed: what came before says nothing any more. */
  reset(): void {
    this.decoder = new TextDecoder();
    this.isText.length = 0;
    this.texts = 0;
  }

  /** True where the newest characters are hardly text. */
  get looksLikeNoise(): boolean {
    const count = this.isText.length;
    return count >= leastCharacters && this.texts / count < leastText;
  }
}
