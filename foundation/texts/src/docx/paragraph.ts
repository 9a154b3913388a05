import type { DraftLine } from '../text-document.js';
import type { ListCounter } from './list-counter.js';
import type { Styles } from './styles.js';

/** A paragraph under reading. */
export class Paragraph {
  text = '';
  styleId: string | null = null;
  numId: string | null = null;
  ilvl: number | null = null;
  outline: number | null = null;
  /** Its end was deleted under tracked changes: the next paragraph goes on in it. */
  runsOn = false;
  /** Text boxes that hang on it, which come behind it. */
  boxes: DraftLine[] = [];

  /** Its lines: one, or more where it has breaks of lines. */
  lines(styles: Styles, lists: ListCounter): DraftLine[] {
    const style = styles.of(this.styleId);
    const numId = this.numId ?? style.numId;
    const ilvl = this.ilvl ?? style.ilvl ?? 0;
    const outline = this.outline ?? style.outline ?? -1;
    const listed = numId !== null && numId !== '0' ? lists.next(numId, ilvl) : null;
    const texts = this.text.split('\n').map((line) => line.trim());
    const kept = texts.filter((line) => line !== '');
    return kept.map((line, index) => {
      const text = index === 0 ? `${listed ?? ''}${line}` : line;
      if (outline >= 0) return { text, page: null, kind: 'heading', level: outline };
      if (listed !== null && index === 0) return { text, page: null, kind: 'list', level: ilvl + 1 };
      return { text, page: null, kind: 'paragraph', level: null };
    });
  }
}
