import { numberText } from '../numerals/number-text.js';

/** Numbers notes in the order in which the text refers to them: footnotes 1, 2, 3, endnotes i, ii, iii. */
export class NoteMarks {
  readonly footnotes = new Map<string, string>();
  readonly endnotes = new Map<string, string>();

  /** `[1]` for a reference; the same for one that is referred to again. */
  mark(reference: string, id: string): string {
    const footnote = reference === 'w:footnoteReference';
    const marks = footnote ? this.footnotes : this.endnotes;
    const mark = marks.get(id) ?? `[${numberText(marks.size + 1, footnote ? 'decimal' : 'lowerRoman')}]`;
    marks.set(id, mark);
    return mark;
  }
}
