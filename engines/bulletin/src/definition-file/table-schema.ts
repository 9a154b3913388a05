import { definitionSchema } from '@zhiheng/indicators';
import { origins, statistics, units } from '@zhiheng/vocabulary';
import { areaSets } from '../table-definition.js';
import { idForm } from './id-form.js';
import { changes, mostDecimals, mostYearsBefore, spans } from './read-aspects.js';
import { deepest } from './read-lines.js';
import { periodLengths } from './read-table.js';

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', minLength: 1, pattern: '\\S', description });
const word = (words: readonly string[], description: string): Schema => ({ enum: words, description });
const orNothing = (schema: Schema): Schema => ({ anyOf: [{ type: 'null' }, schema] });
const whole = (most: number, description: string): Schema => ({
  type: 'integer',
  minimum: 0,
  maximum: most,
  description,
});
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const localized = { $ref: '#/$defs/localized' };
const id = { type: 'string', pattern: idForm.source, description: 'Its name within the file.' };

const map = (
  description: string,
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  description,
  properties: {
    ...required,
    ...Object.fromEntries(Object.entries(optional).map(([key, one]) => [key, orNothing(one)])),
  },
  required: Object.keys(required),
  additionalProperties: false,
});

const aspects = {
  indicator: text('Id of the indicator.'),
  breakdown: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'A part: a value for each dimension.',
  },
  statistic: word(statistics, 'Of a duration: the statistic.'),
  origin: word(origins, 'Left out: computed where the indicator is counted or made, else published.'),
  area: text('Code of an area.'),
  span: word(spans, 'The period of the table, or from the beginning of its year on.'),
  years_before: whole(mostYearsBefore, 'So many years before the period of the table.'),
  change: word(changes, 'growth: over the same period of the year before, less one.'),
  unit: word(Object.keys(units), 'The unit shown; left out: that of the indicator.'),
  decimals: whole(mostDecimals, 'Decimals shown; of a share or a growth those of its percentage.'),
  not_yet: localized,
};

const sum = map('A line that others add up to.', {
  total: text('Id of the total.'),
  parts: list(text('Id of a part.'), 'Ids of the parts.'),
});

/** The JSON Schema (draft 2020-12) of table files. It knows the form; which indicators, areas and parts there are, `table check` knows. */
export function tableSchema(): Schema {
  const { localized: localizedText, source } = definitionSchema().$defs as Readonly<Record<string, Schema>>;
  const required = {
    id,
    names: localized,
    summary: localized,
    period: word(periodLengths, 'The length of the period that it is made for.'),
    metadata: map(
      'What official tables carry; each key stands there, empty where it is not known.',
      Object.fromEntries(
        ['maker', 'recorder', 'record_number', 'valid_until'].map((key) => [
          key,
          orNothing(text(`The ${key.replace('_', ' ')}.`)),
        ]),
      ),
    ),
    source: { $ref: '#/$defs/source' },
    provisional: { type: 'boolean', description: 'True where the official form was not at hand.' },
    sheets: { ...list({ $ref: '#/$defs/sheet' }, 'The tables of the pack.'), minItems: 1 },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Named table of figures',
    ...map(
      'One file a table or a pack of tables, named after its id. `zhiheng table check FILE` checks what this schema cannot.',
      required,
      {
        office: {
          type: 'string',
          pattern: '^[A-Z]{2}$',
          description: 'The granting office that it is laid out for; left out: the own one.',
        },
        notes: list(localized, 'What holds for all sheets.'),
      },
    ),
    $defs: {
      localized: localizedText,
      source,
      sheet: map(
        'One table of rows and columns.',
        {
          id,
          names: localized,
          rows: { ...list({ $ref: '#/$defs/row' }, 'From the top.'), minItems: 1 },
          columns: { ...list({ $ref: '#/$defs/column' }, 'From the left.'), minItems: 1 },
        },
        {
          common: map('What holds where neither row nor column says otherwise.', {}, aspects),
          row_sums: list(sum, 'Rows that add up in every column.'),
          column_sums: list(sum, 'Columns that add up in every row.'),
          notes: list(localized, 'What a reader has to know.'),
        },
      ),
      row: map(
        'A row, or a row for each area of a set.',
        { id },
        {
          names: localized,
          level: whole(deepest, 'How deep it is set in.'),
          areas: word(areaSets, 'A row for each of these areas.'),
          memo: {
            type: 'boolean',
            description: 'Cities of sub-provincial rank and the Corps below their province, never added.',
          },
          rest_of: text('Id of the row of whose total it is what other parts leave.'),
          ...aspects,
        },
      ),
      column: map('A column.', { id, names: localized }, { group: localized, ...aspects }),
    },
  };
}
