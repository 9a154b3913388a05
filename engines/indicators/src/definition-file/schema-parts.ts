import { eventKinds, languages, origins, statistics } from '@zhiheng/vocabulary';
import { conditionDimension, dimensionNames, dimensions } from '../dimensions.js';
import { slotParts } from './read-awaits.js';
import { attributionDays, attributionHolders, beginningColumns, conventions, events } from './read-computed.js';
import { idForm } from './read-head.js';
import { partNameForm, partPeriods } from './read-made.js';
import { parameterForm, parameterTypes } from './read-parameters.js';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

export const textSchema = (description: string): Schema => ({
  type: 'string',
  minLength: 1,
  pattern: '\\S',
  description,
});
export const wordSchema = (words: readonly string[], description: string): Schema => ({ enum: words, description });
export const expressionSchema = textSchema(
  'Text in the language of expressions, over the columns and lists of one patent record.',
);

/** A map: keys that must be there, keys that may, and none else. */
export function mapSchema(
  description: string,
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    description,
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** A key that may stand without a value. */
export function orNothing(schema: Schema): Schema {
  return { anyOf: [{ type: 'null' }, schema] };
}

const forms: Readonly<Record<string, Schema>> = {
  text: { type: 'string', minLength: 1 },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  boolean: { type: 'boolean' },
};

const dimensionNamed = (names: readonly string[]): Schema => ({ enum: names });
const breakdown = mapSchema(
  'One part: a value for each dimension.',
  {},
  Object.fromEntries(
    dimensions.map(({ name, values, form }) => [
      name,
      values === null
        ? { type: 'string', minLength: 1, ...(form === null ? {} : { pattern: form.source }) }
        : { enum: values },
    ]),
  ),
);

/** The pieces that definitions share, by the names that they go by in `$defs`. */
export const schemaParts: Readonly<Record<string, Schema>> = {
  localized: mapSchema(
    'A text in all three languages.',
    Object.fromEntries(languages.map((language) => [language, textSchema(`The text in ${language}.`)])),
  ),
  awaits: mapSchema('What a slot waits for.', {
    part: wordSchema(slotParts, 'What fills it.'),
    origin: wordSchema(origins, 'Where its values will come from.'),
    what: { $ref: '#/$defs/localized' },
  }),
  source: mapSchema(
    'The text that something rests on.',
    { text: textSchema('Title of the text.') },
    {
      article: orNothing(textSchema('Article, table or section.')),
      date: orNothing({
        type: 'string',
        pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
        description: 'A day, a month or a year, in quotes.',
      }),
      url: orNothing(textSchema('Where it can be read.')),
    },
  ),
  published: mapSchema(
    'A series of reference/published that belongs to the figure.',
    { series: textSchema('Id of the series.') },
    {
      breakdown: orNothing({ $ref: '#/$defs/breakdown' }),
      statistic: orNothing(wordSchema(statistics, 'Of a duration: the statistic that it publishes.')),
    },
  ),
  breakdown,
  breakdowns: combinations(
    'Dimensions that figures are kept by: a name, or a list of names that are told together.',
    dimensionNames,
  ),
  breakdownsOfStock: combinations(
    'Dimensions that figures are kept by: a name, or a list of names that are told together; `condition` where there are conditions.',
    [...dimensionNames, conditionDimension],
  ),
  parameters: {
    type: 'object',
    description:
      'Values that no text settles, named so that an office sees and changes them in one place; expressions say $name.',
    propertyNames: { pattern: parameterForm.source },
    additionalProperties: {
      ...mapSchema(
        'One parameter.',
        {
          type: wordSchema(parameterTypes, 'Type of the value.'),
          value: { description: 'The value.' },
          names: { $ref: '#/$defs/localized' },
          provisional: { type: 'boolean', description: 'True where no official text gives the value.' },
        },
        { source: orNothing({ $ref: '#/$defs/source' }) },
      ),
      allOf: parameterTypes.map((type) => ({
        if: { properties: { type: { const: type } } },
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        then: { properties: { value: forms[type] } },
      })),
    },
  },
  part: mapSchema(
    'One figure that another is made of.',
    { indicator: textSchema('Id of its definition.') },
    {
      breakdown: orNothing({ $ref: '#/$defs/breakdown' }),
      statistic: orNothing(wordSchema(statistics, 'Of a duration: the statistic.')),
      origin: orNothing(wordSchema(origins, 'Left out: computed where the part is computed, else published.')),
      period: orNothing(
        wordSchema(partPeriods, 'Which period of the part stands beside one of the whole; left out: the same.'),
      ),
      area: orNothing(textSchema('A fixed area; left out: that of the whole.')),
    },
  ),
  parts: {
    type: 'object',
    description: 'The parts by the names that they have in the formula.',
    minProperties: 1,
    propertyNames: { pattern: partNameForm.source },
    additionalProperties: { $ref: '#/$defs/part' },
  },
  clock: mapSchema(
    'From which day to which, and how the time between is measured.',
    {
      start: wordSchema(beginningColumns, 'The column of the first day.'),
      end: wordSchema(beginningColumns, 'The column of the last day.'),
      end_event: wordSchema(events, 'The event of the last day, whose coverage is asked.'),
      convention: wordSchema(
        conventions,
        'days: days ÷ 30.4375; boundaries: calendar months between; complete-months: full months.',
      ),
    },
    {
      target: orNothing({
        type: 'number',
        exclusiveMinimum: 0,
        description: 'For the share within the target, in months.',
      }),
    },
  ),
  condition: {
    ...mapSchema(
      'An interval in which a record meets one condition of a stock.',
      { id: { type: 'string', pattern: idForm.source, description: 'Its id.' }, names: { $ref: '#/$defs/localized' } },
      {
        where: orNothing(expressionSchema),
        dates: mapSchema(
          'From a day until the day before another.',
          { from: textSchema('The first day: filed_on + 10 years.') },
          { until: orNothing(textSchema('The first day no more; left out: never.')) },
        ),
        events: mapSchema(
          'From each event of one kind until the next of another with the same reference.',
          { kind: wordSchema(eventKinds, 'The kind of event that begins it.') },
          {
            ended_by: orNothing(wordSchema(eventKinds, 'The kind of event that ends it; left out: nothing does.')),
            where: orNothing(
              textSchema('A test over the columns of the event: kind, on, amount, currency, country, reference.'),
            ),
          },
        ),
      },
    ),
    oneOf: [{ required: ['dates'] }, { required: ['events'] }],
  },
};

/** Whose areas count, by the kind of a definition. */
export function attributionSchema(kind: keyof typeof attributionDays): Schema {
  return mapSchema('Whose areas a record counts in, and as of when.', {
    holder: wordSchema(
      attributionHolders[kind],
      'first: in that of the first holder; each: once in every area of any; fractional: shared out among all of them.',
    ),
    at: wordSchema(
      attributionDays[kind],
      'The holders as filed, those on the day of the event, or those at the end of the period.',
    ),
  });
}

function combinations(description: string, names: readonly string[]): Schema {
  const name = dimensionNamed(names);
  return {
    type: 'array',
    description,
    items: { anyOf: [name, { type: 'array', items: name, minItems: 1, uniqueItems: true }] },
    uniqueItems: true,
  };
}
