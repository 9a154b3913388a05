import { nearestWord } from '@zhiheng/vocabulary';
import { isAboveGroups, isTable, plainSymbol } from '../class-symbol.js';
import type { Literal } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { printSource } from '../print-source.js';
import { quoteText } from '../read-text.js';
import type { RecordShape } from '../record-shape.js';

/** Schemes whose symbols are built like those of the IPC. */
const likeIpc: ReadonlySet<unknown> = new Set(['ipc', 'cpc']);
const group = /^[A-Z]\d\d[A-Z]\d{1,4}\/\d{2,6}$/;

/** Refuses what is no symbol of the scheme; gives it back. */
export function requireSymbol(scheme: Literal, symbol: Literal, shape: Pick<RecordShape, 'tables'>): Literal {
  if (isTable(String(scheme.value))) return requireCode(scheme, symbol, shape);
  const plain = plainSymbol(String(symbol.value));
  const right = likeIpc.has(scheme.value) ? isAboveGroups(plain) || group.test(plain) : plain !== '';
  if (right && !plain.includes('*')) return symbol;
  const meant = plain.replaceAll('*', '').toUpperCase();
  throw expressionFault(symbol.place, {
    what: plain.includes('*') ? 'a subtree below a group is not known yet' : 'this is no symbol of the classification',
    found: printSource(symbol),
    expected: "a section, class or subclass such as 'H01L', or one group such as 'H01L 21/00'",
    didYouMean:
      symbol.parameter === undefined && likeIpc.has(scheme.value) && isAboveGroups(meant) ? quoteText(meant) : null,
  });
}

const code = /^[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*$/;

/** Refuses a table or a code that is not known, where tables are; gives the code back. */
function requireCode(scheme: Literal, symbol: Literal, { tables }: Pick<RecordShape, 'tables'>): Literal {
  const [id, wanted] = [String(scheme.value), String(symbol.value)];
  const meant = (word: string | null) => (word === null ? null : quoteText(word));
  if (!code.test(wanted)) {
    const what = 'this is no code of a concordance table';
    throw expressionFault(symbol.place, { what, found: printSource(symbol), expected: "a code such as '1.2'" });
  }
  if (tables === undefined) return symbol;
  const codes = tables.codes(id);
  if (codes === null) {
    throw expressionFault(scheme.place, {
      what: 'no concordance table has this id',
      found: printSource(scheme),
      expected: `one of ${tables.ids.map(quoteText).join(', ')}`,
      didYouMean: scheme.parameter === undefined ? meant(nearestWord(id, tables.ids)) : null,
    });
  }
  if (codes.length === 0) {
    throw expressionFault(scheme.place, {
      what: 'this table is a slot: nobody has loaded its rows',
      found: printSource(scheme),
      expected: 'a table with rows; see zhiheng classification load',
    });
  }
  if (codes.includes(wanted)) return symbol;
  throw expressionFault(symbol.place, {
    what: `the table ${id} has no such code`,
    found: printSource(symbol),
    expected: 'a code of zhiheng classification list',
    didYouMean: symbol.parameter === undefined ? meant(nearestWord(wanted, codes)) : null,
  });
}
