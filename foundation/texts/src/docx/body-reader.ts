import { damaged, tooLarge } from '../document-faults.js';
import type { DraftLine } from '../text-document.js';
import type { ListCounter } from './list-counter.js';
import type { NoteMarks } from './note-marks.js';
import { Paragraph } from './paragraph.js';
import type { Attributes, PartHandler } from './part-parser.js';
import { foreignText, isSkipped } from './skipped.js';
import { isOn, levelOf, outlineOf, type Styles } from './styles.js';
import { TableRow } from './table-frame.js';

export interface BodySetting {
  readonly path: string;
  readonly styles: Styles;
  readonly lists: ListCounter;
  readonly notes: NoteMarks;
  /** Characters that one part may hold. */
  readonly characters: number;
  /** Takes lines as they come: of the text itself, or of the note with this id. */
  readonly take: (line: DraftLine, note: string | null) => void;
}

interface Cell {
  readonly lines: DraftLine[];
  columns: number;
}

/** Where paragraphs go: the text, a cell, a text box or a note. */
interface Container {
  readonly take: (line: DraftLine) => void;
  /** A paragraph whose end was deleted. */
  begun: Paragraph | null;
}

/** Reads the text of `document.xml`, or the notes of `footnotes.xml`, as its elements come. */
export class BodyReader implements PartHandler {
  readonly #setting: BodySetting;
  readonly #open: string[] = [];
  readonly #containers: Container[];
  readonly #paragraphs: Paragraph[] = [];
  readonly #rows: TableRow[] = [];
  readonly #cells: Cell[] = [];
  /** For each open choice of forms, whether one was taken. */
  readonly #choices: boolean[] = [];
  #skipping = 0;
  #hidden = false;
  #characters = 0;

  constructor(setting: BodySetting) {
    this.#setting = setting;
    this.#containers = [{ take: (line) => setting.take(line, null), begun: null }];
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#open.at(-1) ?? '';
    if (this.#skipping > 0 || this.#skips(name, parent, attributes)) {
      this.#skipping += 1;
      return;
    }
    this.#open.push(name);
    if (foreignText.has(name))
      throw damaged({ path: this.#setting.path }, 'text that lies in another file', 'all text in it');
    this.#structure(name, attributes);
    this.#property(name, parent, attributes);
    this.#mark(name, parent, attributes);
  }

  text(text: string): void {
    if (this.#skipping > 0 || this.#hidden) return;
    const at = this.#open.at(-1);
    if (at === 'w:t' || at === 'm:t') this.#write(text.replaceAll(/[\t\n\r]/g, ' '));
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    this.#open.pop();
    if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tr') this.#endRow();
    else if (name === 'w:tc') this.#endCell();
    else if (name === 'w:txbxContent' || name === 'w:footnote' || name === 'w:endnote') this.#endContainer();
    else if (name === 'w:body') this.#endBegun();
    else if (name === 'mc:AlternateContent') this.#choices.pop();
    else if (name === 'w:r') this.#hidden = false;
  }

  #skips(name: string, parent: string, attributes: Attributes): boolean {
    if (name === 'w:tabs') return true;
    if (/^w:(?:del|moveFrom)$/.test(name) && (parent === 'w:rPr' || parent === 'w:trPr')) return false;
    if (name === 'w:footnote' || name === 'w:endnote') return /separator|Notice/i.test(attributes.type ?? '');
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return isSkipped(name);
    const taken = this.#choices.at(-1) === true;
    if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
    return taken;
  }

  #structure(name: string, attributes: Attributes): void {
    if (name === 'w:p') this.#beginParagraph();
    else if (name === 'w:tr') this.#rows.push(new TableRow());
    else if (name === 'w:tc') this.#beginCell();
    else if (name === 'w:txbxContent') this.#beginBox();
    else if (name === 'w:footnote' || name === 'w:endnote') this.#beginNote(attributes.id ?? '');
    else if (name === 'mc:AlternateContent') this.#choices.push(false);
  }

  #property(name: string, parent: string, { val, ...attributes }: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const [row, cell] = [this.#rows.at(-1), this.#cells.at(-1)];
    const above = this.#open.at(-3);
    if (name === 'w:vanish' && parent === 'w:rPr' && above === 'w:r') this.#hidden = isOn(val);
    else if (name === 'w:del' && parent === 'w:trPr' && row !== undefined) row.deleted = true;
    else if (name === 'w:gridBefore' && row !== undefined) row.before = Number.parseInt(val ?? '0', 10) || 0;
    else if (name === 'w:gridSpan' && cell !== undefined) cell.columns = Number.parseInt(val ?? '1', 10) || 1;
    else if (paragraph === undefined) return;
    else if (/^w:(?:del|moveFrom)$/.test(name) && parent === 'w:rPr' && above === 'w:pPr') paragraph.runsOn = true;
    else if (name === 'w:pStyle') paragraph.styleId = val ?? attributes.val ?? null;
    else if (name === 'w:numId') paragraph.numId = val ?? null;
    else if (name === 'w:ilvl') paragraph.ilvl = levelOf(val ?? '0');
    else if (name === 'w:outlineLvl') paragraph.outline = outlineOf(val ?? '9');
  }

  #mark(name: string, parent: string, attributes: Attributes): void {
    if (parent !== 'w:r' || this.#hidden) return;
    if (name === 'w:tab' || name === 'w:ptab') this.#write(' ');
    else if (name === 'w:cr' || (name === 'w:br' && !/^(?:page|column)$/.test(attributes.type ?? '')))
      this.#write('\n');
    else if (name === 'w:noBreakHyphen') this.#write('-');
    else if (name === 'w:sym') this.#write(symbol(attributes.char ?? ''));
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      if (!isOn(attributes.customMarkFollows ?? '0')) this.#write(this.#setting.notes.mark(name, attributes.id ?? ''));
    }
  }

  #write(text: string): void {
    this.#characters += text.length;
    const { path, characters } = this.#setting;
    if (this.#characters > characters) {
      throw tooLarge({ path }, `more than ${characters} characters`, `at most ${characters} characters`);
    }
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  #beginParagraph(): void {
    const container = this.#containers.at(-1);
    const begun = container?.begun ?? null;
    if (container !== undefined) container.begun = null;
    const paragraph = new Paragraph();
    if (begun !== null) {
      paragraph.text = begun.text;
      paragraph.boxes = begun.boxes;
    }
    this.#paragraphs.push(paragraph);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    const container = this.#containers.at(-1);
    if (paragraph === undefined || container === undefined) return;
    if (paragraph.runsOn) container.begun = paragraph;
    else this.#give(paragraph, container);
  }

  #give(paragraph: Paragraph, container: Container): void {
    for (const line of paragraph.lines(this.#setting.styles, this.#setting.lists)) container.take(line);
    for (const line of paragraph.boxes) container.take(line);
  }

  #beginCell(): void {
    const cell: Cell = { lines: [], columns: 1 };
    this.#cells.push(cell);
    this.#containers.push({ take: (line) => cell.lines.push(line), begun: null });
  }

  #endCell(): void {
    this.#endContainer();
    const cell = this.#cells.pop();
    if (cell !== undefined) this.#rows.at(-1)?.add(cell.lines, cell.columns);
  }

  #endRow(): void {
    for (const line of this.#rows.pop()?.lines() ?? []) this.#containers.at(-1)?.take(line);
  }

  #beginBox(): void {
    const holder = this.#paragraphs.at(-1);
    this.#containers.push({ take: (line) => holder?.boxes.push(line), begun: null });
  }

  #beginNote(id: string): void {
    this.#containers.push({ take: (line) => this.#setting.take(line, id), begun: null });
  }

  #endContainer(): void {
    this.#endBegun();
    if (this.#containers.length > 1) this.#containers.pop();
  }

  #endBegun(): void {
    const container = this.#containers.at(-1);
    if (container?.begun) this.#give(container.begun, container);
    if (container !== undefined) container.begun = null;
  }
}

/** Boxes to be ticked, in the fonts of signs that forms use; other signs of those fonts keep their code. */
const boxes: Readonly<Record<string, string>> = {
  f0a8: '□',
  f06f: '□',
  f0a3: '□',
  f052: '☑',
  f0fe: '☑',
  f0fd: '☒',
  f0fc: '✓',
};

function symbol(code: string): string {
  const number = Number.parseInt(code, 16);
  if (!(number > 31 && number < 0x11_0000) || (number >= 0xd800 && number < 0xe000)) return '';
  return boxes[code.toLowerCase()] ?? String.fromCodePoint(number);
}
