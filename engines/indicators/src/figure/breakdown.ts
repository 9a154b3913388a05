import { type Breakdown, nearestWord, notTold, UserFault } from '@zhiheng/vocabulary';
import { type Combination, type Definition, isComputed } from '../definition.js';
import { concordanceOf, conditionDimension, type Dimension, dimensionOf } from '../dimensions.js';
import { factsOf } from '../tables/record-table.js';

/** A dimension that is asked for: one value of it, or each (null). */
export interface WishedDimension {
  readonly dimension: string;
  readonly value: string | null;
}

/** What is asked for, by the name of the dimension; empty: the total. */
export type BreakdownWish = readonly WishedDimension[];

/**
 * Reads `kind`, `kind=invention` or several of them, `kind=invention,holder_type`; empty or left out: the total.
 * `holder_type=not-told` are the records that do not tell it; a kind is always told. Throws
 * `breakdown-wrong` where the definition has no such dimension, or the dimension no such value.
 */
export function readBreakdown(by: string | null | undefined, definition: Definition): BreakdownWish {
  if (by === null || by === undefined || by.trim() === '') return [];
  const wish = by.split(',').map((part) => readDimension(part.trim(), definition));
  const names = wish.map(({ dimension }) => dimension);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw fault(by, `${twice} once`, twice, []);
  return [...wish].sort((a, b) => (a.dimension < b.dimension ? -1 : 1));
}

/** Reads a breakdown that names one part, `kind=invention,holder_type=university`; throws `breakdown-wrong` for any other. */
export function readPart(by: string | null | undefined, definition: Definition): Breakdown {
  const wish = readBreakdown(by, definition);
  const open = wish.find(({ value }) => value === null);
  if (open === undefined) return Object.fromEntries(wish.map(({ dimension, value }) => [dimension, String(value)]));
  throw new UserFault('breakdown-wrong', {
    found: String(by),
    expected: `one part, such as ${open.dimension}=${dimensionOf(open.dimension, definition)?.values?.[0] ?? 'VALUE'}`,
  });
}

/** Does the breakdown of a row answer the wish? */
export function answersWish(breakdown: Breakdown, wish: BreakdownWish): boolean {
  return (
    Object.keys(breakdown).length === wish.length &&
    wish.every(({ dimension, value }) =>
      value === null ? breakdown[dimension] !== undefined : breakdown[dimension] === value,
    )
  );
}

/** The dimensions of a wish, in the order in which combinations are compared. */
export function combinationOf(wish: BreakdownWish): Combination {
  return wish.map(({ dimension }) => dimension);
}

/** Whether combinations hold one, whatever the order of its dimensions. */
export function holdsCombination(combinations: readonly Combination[], wanted: Combination): boolean {
  const key = (combination: Combination) => [...combination].sort().join();
  return wanted.length === 0 || combinations.some((combination) => key(combination) === key(wanted));
}

/**
 * The text of a breakdown in an observation set: null for the total, else `holder_type=university;kind=invention`, dimensions by
 * name; `;` and `%` in a value are written `%3B` and `%25`.
 */
export function formatBreakdown(breakdown: Breakdown): string | null {
  const parts = Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1));
  if (parts.length === 0) return null;
  return parts.map(([name, value]) => `${name}=${value.replaceAll('%', '%25').replaceAll(';', '%3B')}`).join(';');
}

/** The breakdown behind its text in an observation set. */
export function parseBreakdown(text: string | null): Breakdown {
  if (text === null) return {};
  return Object.fromEntries(
    text.split(';').map((part) => {
      const at = part.indexOf('=');
      return [
        part.slice(0, at),
        part
          .slice(at + 1)
          .replaceAll('%3B', ';')
          .replaceAll('%25', '%'),
      ];
    }),
  );
}

/** What a definition can be asked by: a computed one by every dimension of a record, others by those that they name. */
export function knownDimensions(definition: Definition): readonly string[] {
  const published = definition.published.flatMap((series) => Object.keys(series.breakdown));
  const named = [...('breakdowns' in definition ? definition.breakdowns.flat() : []), ...published];
  const conditions = definition.kind === 'stock' && definition.conditions.length > 0 ? [conditionDimension] : [];
  if (!isComputed(definition)) return [...new Set(named)].sort();
  // Codes of a table are told of the records where the definition asks for them.
  const { classifications = {}, table } = definition;
  const told = factsOf(table).dimensions.filter((name) => {
    const concordance = concordanceOf(name);
    return concordance === null || Object.hasOwn(classifications, concordance);
  });
  return [...told, ...conditions];
}

function readDimension(text: string, definition: Definition): WishedDimension {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const known = knownDimensions(definition);
  const dimension = known.includes(name) ? dimensionOf(name, definition) : null;
  if (dimension === null) throw fault(text, known.length === 0 ? 'no breakdown' : known.join(', '), name, known);
  return { dimension: name, value: at < 0 ? null : readValue(text, text.slice(at + 1), dimension) };
}

function readValue(text: string, value: string, { name, values, form, canLack }: Dimension): string {
  if (value === notTold && canLack) return value;
  if (values !== null && !values.includes(value)) {
    const known = canLack ? [...values, notTold] : values;
    throw fault(text, known.map((one) => `${name}=${one}`).join(', '), value, known);
  }
  if (value === '' || (form !== null && !form.test(value)))
    throw fault(text, name === 'ipc_subclass' ? `${name}=H01L` : `${name}=1`, value, []);
  return value;
}

function fault(found: string, expected: string, word: string, candidates: readonly string[]): UserFault {
  const near = nearestWord(word, candidates);
  return new UserFault('breakdown-wrong', { found, expected, ...(near === null ? {} : { didYouMean: near }) });
}
