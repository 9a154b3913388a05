/** Where something stands in a document: line from 1, columns from 1 in characters; `to` is the column after the last one. */
export interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A place in a traced text: `at` from 0, `length` in its own characters. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

/**
 * A text of which each character knows the columns of the source it stands for. It stays traced when characters are
 * taken out and words exchanged, so that whatever is recognised in it can be shown beside the source.
 */
export class TracedText {
  private constructor(
    /** Number of the source's line. */
    readonly line: number,
    /** One UTF-16 unit for each traced character. */
    readonly text: string,
    private readonly from: Uint32Array,
    private readonly to: Uint32Array,
  ) {}

  /** `characters` are single UTF-16 units, each with the columns (from 1) that it stands for. */
  static of(
    line: number,
    characters: readonly { readonly text: string; readonly from: number; readonly to: number }[],
  ) {
    return new TracedText(
      line,
      characters.map(({ text }) => text).join(''),
      Uint32Array.from(characters, ({ from }) => from),
      Uint32Array.from(characters, ({ to }) => to),
    );
  }

  get length(): number {
    return this.text.length;
  }

  /** The columns of a stretch; of an empty one the column before which it stands. */
  span(at: number, length: number): Span {
    const from = this.from[at] ?? this.to[this.length - 1] ?? 1;
    return { line: this.line, from, to: length === 0 ? from : (this.to[at + length - 1] ?? from) };
  }

  slice(at: number, end: number = this.length): TracedText {
    return new TracedText(this.line, this.text.slice(at, end), this.from.slice(at, end), this.to.slice(at, end));
  }

  /** Without blanks at its ends. */
  trimmed(): TracedText {
    const at = this.text.length - this.text.trimStart().length;
    return this.slice(at, Math.max(at, this.text.trimEnd().length));
  }

  /** Without the stretches, which are in order and do not touch each other. */
  without(stretches: readonly Stretch[]): TracedText {
    return this.exchanged(stretches.map((stretch) => ({ ...stretch, with: '' })));
  }

  /** With stretches exchanged for other words; each character of a word stands for the whole stretch. */
  exchanged(stretches: readonly (Stretch & { readonly with: string })[]): TracedText {
    if (stretches.length === 0) return this;
    const made: { text: string; from: number; to: number }[] = [];
    let next = 0;
    const keep = (end: number) => {
      for (; next < end; next += 1) {
        made.push({ text: this.text.charAt(next), from: this.from[next] ?? 0, to: this.to[next] ?? 0 });
      }
    };
    for (const stretch of stretches) {
      keep(stretch.at);
      const { from, to } = this.span(stretch.at, stretch.length);
      for (let index = 0; index < stretch.with.length; index += 1)
        made.push({ text: stretch.with.charAt(index), from, to });
      next = stretch.at + stretch.length;
    }
    keep(this.length);
    return TracedText.of(this.line, made);
  }
}
