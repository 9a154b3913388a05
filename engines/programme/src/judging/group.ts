import type { Reason, ReasonCode } from '../reasons.js';
import type { Basis, Verdict, VerdictWord } from '../verdict.js';

const codes: Readonly<Record<VerdictWord, ReasonCode>> = {
  met: 'part-met',
  'not-met': 'part-not-met',
  'on-track': 'part-on-track',
  'at-risk': 'part-at-risk',
  'cannot-tell': 'part-cannot-tell',
};

/** What decides a group, the gravest first: one part missed decides, whatever cannot be told of the others. */
const order: readonly VerdictWord[] = ['not-met', 'cannot-tell', 'at-risk', 'on-track', 'met'];

/** A group holds when all its parts hold. Its basis is that of its parts where they share one. */
export function judgeGroup(parts: readonly Verdict[]): {
  verdict: VerdictWord;
  basis: Basis | null;
  reasons: readonly Reason[];
} {
  const verdict = order.find((word) => parts.some((part) => part.verdict === word)) ?? 'cannot-tell';
  const deciding = parts.filter((part) => part.verdict === verdict);
  const bases = new Set(deciding.map((part) => part.basis));
  const [basis] = bases.size === 1 ? [...bases] : [null];
  if (verdict === 'met') return { verdict, basis: basis ?? null, reasons: [{ code: 'parts-met', values: {} }] };
  const reasons = deciding.map((part) => ({ code: codes[verdict], values: { part: part.target } }));
  return { verdict, basis: basis ?? null, reasons };
}
