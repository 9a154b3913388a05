import { conjunctsOf, dialects, type Expression, parseExpression, printSource, printSql } from '@zhiheng/expressions';
import { observationSql } from './compute/observation-sql.js';
import type { ComputedDefinition } from './definition.js';
import { parseEventTest, parseRecordDate } from './definition-file/record-expressions.js';
import { recordShape } from './record/record-shape.js';
import { shownFor } from './tables/table-session.js';

/** SQL dialects that definitions are shown in: that of this engine, of the distributed one, and of a third. */
export const shownDialects = ['duckdb', 'trino', 'postgres'] as const;
export type ShownDialect = (typeof shownDialects)[number];

/** One expression of a definition with its SQL in each dialect; answers about lists go by the names of their questions. */
export interface ShownExpression {
  /** Where it stands: `where`, `conditions.pledged.events`. */
  readonly place: string;
  /** Canonical text. */
  readonly text: string;
  readonly sql: Readonly<Record<ShownDialect, string>>;
}

/** The expressions of a definition as SQL: a row each test of `where`, then those of a stock's conditions. Throws `expression-wrong`. */
export function definitionSql(definition: ComputedDefinition): ShownExpression[] {
  const { parameters, where, table } = definition;
  const shape = recordShape(parameters, null, table);
  const rows = conjunctsOf(parseExpression(where, shape)).map((test) => shown('where', test));
  const conditions = definition.kind === 'stock' ? definition.conditions : [];
  const further = conditions.flatMap(({ id, where: own, dates, events }) => {
    const written: [string, string | null, (text: string) => Expression][] = [
      ['where', own, (text) => parseExpression(text, shape)],
      ['from', dates?.from ?? null, (text) => parseRecordDate(text, parameters)],
      ['until', dates?.until ?? null, (text) => parseRecordDate(text, parameters)],
      ['events', events?.where ?? null, (text) => parseEventTest(text, parameters)],
    ];
    return written.flatMap(([key, text, parse]) =>
      text === null ? [] : [shown(`conditions.${id}.${key}`, parse(text))],
    );
  });
  return [...rows, ...further];
}

/** The whole statement of a definition in each dialect; see `observationSql`. Throws `expression-wrong`. */
export function definitionStatements(definition: ComputedDefinition): Record<ShownDialect, string> {
  return inEach((name) => shownFor(definition.table, observationSql(definition, dialects[name]), dialects[name]));
}

function inEach(sql: (name: ShownDialect) => string): Record<ShownDialect, string> {
  return { duckdb: sql('duckdb'), trino: sql('trino'), postgres: sql('postgres') };
}

function shown(place: string, tree: Expression): ShownExpression {
  const sql = (name: ShownDialect) => printSql(tree, dialects[name], { column: (column) => column });
  return { place, text: printSource(tree), sql: inEach(sql) };
}
