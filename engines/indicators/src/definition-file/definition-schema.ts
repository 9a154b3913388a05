import type { Definition } from '../definition.js';
import { recordTables } from '../tables/record-table.js';
import {
  counts,
  dateColumns,
  events,
  flowDates,
  flowEvents,
  mostLeast,
  netCounts,
  stockCounts,
  valueColumns,
} from './read-computed.js';
import { betterWords, definitionKinds, idForm, monitoringStages, mostDecimals, unitIds } from './read-head.js';
import {
  attributionSchema,
  expressionSchema,
  mapSchema,
  orNothing,
  type Schema,
  schemaParts,
  textSchema,
  wordSchema,
} from './schema-parts.js';

const part = { $ref: '#/$defs/part' };
const date = (description: string) => wordSchema(dateColumns, description);
const event = wordSchema(events, 'The event whose coverage is asked: the one that the column dates.');
const optionalCount = {
  flow: orNothing(
    wordSchema(
      counts,
      'records, or the distinct holders that stand first on them; of patents their claims added up, of deeds their amounts, or the rights they concern.',
    ),
  ),
  stock: orNothing(
    wordSchema(
      stockCounts,
      'records, or the distinct holders that stand first on them; years: how long they were kept since filing, added up.',
    ),
  ),
};

const head = {
  id: { type: 'string', pattern: idForm.source, description: 'The name of the file.' },
  names: { $ref: '#/$defs/localized' },
  summary: { $ref: '#/$defs/localized' },
  unit: wordSchema(unitIds, 'Unit of the values.'),
  decimals: {
    type: 'integer',
    minimum: 0,
    maximum: mostDecimals,
    description: 'Decimals shown; values are never rounded before.',
  },
  source: { $ref: '#/$defs/source' },
  provisional: { type: 'boolean', description: 'True where the official definition was not at hand.' },
};
const headOptional = {
  monitoring: orNothing(
    wordSchema(monitoringStages, 'How far it has come: proposed, piloted, or part of national statistics.'),
  ),
  better: orNothing(wordSchema(betterWords, 'Which way is better; left out: neither.')),
  traps: orNothing({
    type: 'array',
    items: { $ref: '#/$defs/localized' },
    description: 'What a reader must know before comparing.',
  }),
  published: orNothing({
    type: 'array',
    items: { $ref: '#/$defs/published' },
    description: 'Published series of the figure.',
  }),
};

const kindTitles: Readonly<Record<Definition['kind'], string>> = {
  flow: 'Events within a period, dated by one column.',
  stock: 'Rights in force at the end of a period.',
  duration: 'Time between two days, over the cases that ended in a period.',
  distribution: 'How a number that records tell is spread: mean and quartiles, withheld where records are few.',
  ratio: 'One figure divided by another.',
  growth: 'A figure divided by itself some years before, less one.',
  derived: 'A formula over other figures.',
  reported: 'A series that another body publishes.',
  sample: 'An estimate from a quality sample.',
  slot: 'A figure that is asked for and cannot be told yet.',
};

/** What each kind has beside the head: keys that must be there, and keys that may. */
const own: Readonly<
  Record<Definition['kind'], readonly [Readonly<Record<string, Schema>>, Readonly<Record<string, Schema>>]>
> = {
  flow: [
    {
      ...counted('flow'),
      date: wordSchema(flowDates, 'The column of the day that counts.'),
      event: wordSchema(flowEvents, 'The event whose coverage is asked: the one that the column dates.'),
    },
    { ...countedOptional('breakdowns'), count: optionalCount.flow },
  ],
  stock: [
    {
      ...counted('stock'),
      starts: date('The column of the first day in force.'),
      ends: date('The column of the first day no more.'),
      start_event: event,
      end_event: event,
    },
    {
      ...countedOptional('breakdownsOfStock'),
      count: optionalCount.stock,
      conditions: orNothing({
        type: 'array',
        items: { $ref: '#/$defs/condition' },
        description: 'Counted are those that meet at least one of these on the day; empty: all.',
      }),
    },
  ],
  duration: [{ ...counted('duration'), clock: { $ref: '#/$defs/clock' } }, countedOptional('breakdowns')],
  distribution: [
    {
      ...counted('distribution'),
      column: wordSchema(valueColumns, 'The column of the number.'),
      date: wordSchema(flowDates, 'The column of the day that counts.'),
      event: wordSchema(flowEvents, 'The event whose coverage is asked: the one that the column dates.'),
      more_than: {
        type: 'integer',
        minimum: 0,
        maximum: mostLeast,
        description: 'Nothing but their number is told of so many records, or fewer.',
      },
    },
    countedOptional('breakdowns'),
  ],
  ratio: [
    {
      numerator: part,
      denominator: part,
      per: { type: 'number', exclusiveMinimum: 0, description: 'Told per so many: 1, 100, 10000.' },
    },
    breakdownsOf('breakdowns'),
  ],
  growth: [
    { of: part },
    {
      ...breakdownsOf('breakdowns'),
      years: orNothing({
        type: 'integer',
        minimum: 1,
        maximum: 50,
        description: 'How many years before the base lies; left out: 1.',
      }),
    },
  ],
  derived: [
    { parts: { $ref: '#/$defs/parts' }, formula: textSchema('Numbers, names of parts, + - * / and parentheses.') },
    breakdownsOf('breakdowns'),
  ],
  reported: [
    {
      published: {
        type: 'array',
        minItems: 1,
        items: { $ref: '#/$defs/published' },
        description: 'The series that it reports.',
      },
    },
    {},
  ],
  sample: [{ plan: textSchema('Id of the sampling plan.') }, {}],
  slot: [{ awaits: { $ref: '#/$defs/awaits' } }, {}],
};

/**
 * The JSON Schema (draft 2020-12) of definition files, made of the lists that the reader itself uses. It knows the form of a file: not
 * what its expressions mean, nor which other definitions, series and areas there are; `indicator check` knows these too.
 */
export function definitionSchema(): Schema {
  const ofKind = (kind: Definition['kind']) => {
    const [required, optional] = own[kind];
    // A slot has no values, so that none of them can be published.
    const { published, ...others } = headOptional;
    const more = kind === 'slot' ? others : { ...others, published };
    return mapSchema(
      kindTitles[kind],
      { ...head, kind: { const: kind }, ...required },
      { ...more, ...optional, ...required },
    );
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Definition of a figure',
    description:
      'One file a figure, named after its id. `zhiheng indicator check FILE` checks what this schema cannot.',
    type: 'object',
    properties: { kind: { enum: definitionKinds, description: 'How the figure comes about.' } },
    required: ['kind'],
    allOf: definitionKinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { $ref: `#/$defs/${kind}` },
    })),
    $defs: { ...schemaParts, ...Object.fromEntries(definitionKinds.map((kind) => [kind, ofKind(kind)])) },
  };
}

function counted(kind: 'flow' | 'stock' | 'duration' | 'distribution') {
  return {
    table: wordSchema(recordTables, 'The table of the records.'),
    where: expressionSchema,
    attribution: attributionSchema(kind),
  };
}

function breakdownsOf(name: 'breakdowns' | 'breakdownsOfStock') {
  return { breakdowns: orNothing({ $ref: `#/$defs/${name}` }) };
}

function countedOptional(name: 'breakdowns' | 'breakdownsOfStock') {
  return {
    ...breakdownsOf(name),
    parameters: orNothing({ $ref: '#/$defs/parameters' }),
    net: orNothing(
      wordSchema(netCounts, 'Which decisions about abnormal applications change the count; left out: gross, none.'),
    ),
    scope: orNothing(textSchema('Group or area that the first holder as filed must lie in to count at all: CN-ML.')),
  };
}
