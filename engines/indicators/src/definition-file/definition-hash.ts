import { canonicalHash } from '@zhiheng/vocabulary/canonical';

/** What of a definition leaves its figures as they are. */
const withoutEffect = new Set([
  'id',
  'names',
  'summary',
  'unit',
  'decimals',
  'better',
  'source',
  'provisional',
  'monitoring',
  'traps',
  // It says in a word what the condition asks.
  'net',
  'file',
  'text',
]);
/** Of a parameter its value counts; of a condition of a stock its names do not. */
const wordsWithin = new Set(['names', 'source', 'provisional']);

/**
 * SHA-256 over what changes the figure and nothing else: kind, table, conditions, dates, clock, attribution, breakdowns, values of
 * parameters, parts, published series. `expressions` are its texts in canonical writing, so that blanks and brackets do not count.
 */
export function definitionHash(content: object, expressions: readonly string[]): string {
  const own = Object.fromEntries(Object.entries(content).filter(([key]) => !withoutEffect.has(key)));
  return canonicalHash({
    ...own,
    ...('where' in own ? { where: expressions } : {}),
    ...('formula' in own ? { formula: expressions } : {}),
    ...('parameters' in own ? { parameters: withoutWords(own.parameters) } : {}),
    ...('conditions' in own ? { conditions: (own.conditions as object[]).map(withoutTexts) } : {}),
  });
}

function withoutWords(list: unknown): object[] {
  return (list as object[]).map((one) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !wordsWithin.has(key))),
  );
}

/** The frame of a condition; its expressions stand in their order among those of the definition. */
function withoutTexts(condition: object): object {
  const { id, dates, events } = condition as {
    id: string;
    dates: { until: string | null } | null;
    events: { kind: string; endedBy: string | null; where: string | null } | null;
  };
  const has = (text: string | null | undefined) => text !== null && text !== undefined;
  return {
    id,
    where: has((condition as { where: string | null }).where),
    until: has(dates?.until),
    dates: dates !== null,
    events: events === null ? null : { kind: events.kind, endedBy: events.endedBy, where: has(events.where) },
  };
}

/** The hash of a definition's closure: its own content, and the closures of what it is made of. */
export function closureOf(own: string, parts: Readonly<Record<string, string>>): string {
  return Object.keys(parts).length === 0 ? own : canonicalHash({ own, parts });
}
