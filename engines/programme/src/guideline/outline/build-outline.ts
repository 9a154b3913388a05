import type { TracedText } from '../text/traced-text.js';
import { bulletOf, type LineNumber, layoutOf, type NumberingStyle, numberings, numberOf } from './numbering.js';

/** An item as its lines lie in the document. */
export interface OutlineItem {
  readonly number: LineNumber;
  /** The line with the number, without it. */
  readonly head: TracedText;
  readonly paragraphs: TracedText[];
  /** Lines that a dash begins, without it. */
  readonly bullets: TracedText[];
  readonly children: OutlineItem[];
}

export interface OutlineSection {
  readonly heading: TracedText | null;
  readonly items: OutlineItem[];
  readonly paragraphs: TracedText[];
}

const longestHeading = 40;

/**
 * Puts the lines of a guideline under each other: sections by their numbers or as lines that stand alone without an end, items
 * by the outermost numbering below, further numberings below the items.
 */
export function buildOutline(lines: readonly TracedText[]): OutlineSection[] {
  const written = lines.map((line) => line.trimmed()).filter(({ length }) => length > 0);
  const layout = layoutOf(new Set(written.flatMap(({ text }) => numberOf(text)?.style ?? [])));
  const sections: OutlineSection[] = [{ heading: null, items: [], paragraphs: [] }];
  let open: OutlineItem[] = [];
  for (const line of written) {
    const section = sections.at(-1);
    if (section === undefined) continue;
    const number = numberOf(line.text);
    if (number === null ? isHeading(line.text) : number.style === layout.section) {
      sections.push({ heading: line.slice(number?.length ?? 0), items: [], paragraphs: [] });
      open = [];
    } else if (number !== null && layout.item !== null && depthOf(number.style) >= depthOf(layout.item)) {
      const item = { number, head: line.slice(number.length), paragraphs: [], bullets: [], children: [] };
      open = open.filter((other) => depthOf(other.number.style) < depthOf(number.style));
      (open.at(-1)?.children ?? section.items).push(item);
      open.push(item);
    } else {
      const dash = bulletOf(line.text);
      const item = open.at(-1);
      if (item === undefined) section.paragraphs.push(line.slice(dash));
      else if (dash > 0) item.bullets.push(line.slice(dash));
      else item.paragraphs.push(line);
    }
  }
  return sections;
}

const depthOf = (style: NumberingStyle) => numberings.findIndex((one) => one.style === style);

/** A short line that does not end as a sentence does and is no date, list mark or row of a table. */
function isHeading(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= longestHeading &&
    !/[。;:,、!?)…》]$/u.test(text) &&
    !/[。;\t]/u.test(text) &&
    bulletOf(text) === 0 &&
    !/^\d{4}年\d{1,2}月\d{1,2}日$/u.test(text) &&
    !/〔\d{4}〕/u.test(text)
  );
}
