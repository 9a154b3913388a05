import { CellDay, CellFault, type CellValue } from '../table/cell-value.js';
import { numberText } from './number-text.js';
import { plainText } from './rich-text.js';
import { serialDay } from './serial-day.js';
import type { SharedStrings } from './shared-strings.js';

/** A cell as the sheet writes it; null where an element is not there. */
export interface RawCell {
  readonly column: number;
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string;
  readonly style: number;
  formula: string | null;
  value: string | null;
  inline: string | null;
}

const shownFormula = 60;
/** Days repeat: a sheet of a million rows holds some thousand of them. */
const remembered = 20_000;

/** Turns cells into values by their type and format. */
export class CellReader {
  readonly #strings: SharedStrings;
  readonly #dayFormats: readonly boolean[];
  readonly #system1904: boolean;
  readonly #days = new Map<string, CellDay>();

  constructor(strings: SharedStrings, dayFormats: readonly boolean[], system1904: boolean) {
    this.#strings = strings;
    this.#dayFormats = dayFormats;
    this.#system1904 = system1904;
  }

  /** The value of a cell; of a formula the value that was saved with it. */
  read(cell: RawCell): CellValue {
    const { type, value, formula } = cell;
    if (formula !== null && (value === null || (value === '' && type !== 'str'))) {
      const shown = formula.length > shownFormula ? `${formula.slice(0, shownFormula)}…` : formula;
      return new CellFault('cell-wrong', `a formula without value: ${shown}`, 'a formula saved with its value');
    }
    if (cell.inline !== null && value === null) return cell.inline;
    if (value === null || value === '') return '';
    if (type === 's') return this.#shared(value);
    if (type === 'n') return this.#number(value, cell.style);
    if (type === 'str' || type === 'inlineStr') return plainText(value);
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'd') return isoDay(value);
    if (type === 'e') return new CellFault('cell-wrong', value, 'a value, not an error');
    return new CellFault('cell-wrong', `a cell of type ${type}`, 'text, a number or a date');
  }

  #shared(value: string): CellValue {
    const text = /^\d+$/.test(value) ? this.#strings.at(Number(value)) : null;
    return text ?? new CellFault('cell-wrong', `shared string ${value}`, `one of ${this.#strings.count}`);
  }

  #number(value: string, style: number): CellValue {
    if (this.#dayFormats[style] !== true) {
      return numberText(value) ?? new CellFault('cell-wrong', value, 'a number');
    }
    const known = this.#days.get(value);
    if (known !== undefined) return known;
    const serial = Number(value);
    const day = serialDay(serial, this.#system1904);
    if (day !== null) return this.#remember(value, new CellDay(day));
    const quirk = !this.#system1904 && Math.floor(serial) === 60 ? ' (29 February 1900)' : '';
    return new CellFault('date-wrong', `${value}${quirk}`, 'the serial number of a day of the calendar');
  }

  #remember(value: string, day: CellDay): CellDay {
    if (this.#days.size >= remembered) this.#days.clear();
    // a slice of a longer text would hold all of it
    if (value.length <= 12) this.#days.set(value, day);
    return day;
  }
}

/** `2023-01-31T00:00:00` without its time of day. */
function isoDay(value: string): CellValue {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]*)?$/.exec(value)?.[1];
  return day === undefined ? new CellFault('date-wrong', value, 'a day as YYYY-MM-DD') : new CellDay(day);
}
