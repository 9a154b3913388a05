import { isAboveGroups, plainSymbol } from '../class-symbol.js';
import type { Literal } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { printSource } from '../print-source.js';
import { quoteText } from '../read-text.js';

/** Schemes whose symbols are built like those of the IPC. */
const likeIpc: ReadonlySet<unknown> = new Set(['ipc', 'cpc']);
const group = /^[A-Z]\d\d[A-Z]\d{1,4}\/\d{2,6}$/;

/** Refuses what is no symbol of the scheme; gives it back. */
export function requireSymbol(scheme: Literal, symbol: Literal): Literal {
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
