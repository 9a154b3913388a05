import { languages } from '@zhiheng/vocabulary';
import { type DetectorFacts, detectorFacts, detectorNames } from '../detectors/detector-facts.js';
import type { ThresholdRange } from '../detectors/threshold.js';
import { mostOfCohort, ruleIdForm } from './read-rule.js';

/** A JSON Schema, or a part of one. */
type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', minLength: 1, pattern: '\\S', description });
const day = (description: string): Schema => ({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description });

function map(description: string, required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return {
    ...{ type: 'object', description, properties: { ...required, ...optional } },
    ...{ required: Object.keys(required), additionalProperties: false },
  };
}

/**
 * The JSON Schema (draft 2020-12) of rule families, made of what the reader itself asks of each detector. It knows the form of a file: not which
 * grounds an office has nor when they hold; `screen check` knows these too.
 */
export function ruleSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Rule family of screening',
    description:
      'By what an application comes under a clue. `zhiheng screen check FILE` checks what this schema cannot.',
    type: 'object',
    properties: { detector: { enum: detectorNames, description: 'What is looked for.' } },
    required: ['detector'],
    allOf: detectorNames.map((detector) => ({
      if: { properties: { detector: { const: detector } }, required: ['detector'] },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { $ref: `#/$defs/${detector}` },
    })),
    $defs: {
      localized: map(
        'A text in all three languages.',
        Object.fromEntries(languages.map((language) => [language, text(`The text in ${language}.`)])),
      ),
      source: map(
        'The text that the rule rests on.',
        { text: text('Title of the text.'), article: text('Article and item.') },
        { date: text('A day, a month or a year, in quotes.') },
      ),
      ...Object.fromEntries(detectorNames.map((detector) => [detector, ofDetector(detector, detectorFacts[detector])])),
    },
  };
}

function ofDetector(detector: string, { statistic, cohort, thresholds, exceptions }: DetectorFacts): Schema {
  const least = { type: 'integer', minimum: 0, maximum: mostOfCohort, description: 'Fewest that it is told by.' };
  return map(
    `Measured: ${statistic}.`,
    {
      id: { type: 'string', pattern: ruleIdForm.source, description: 'Its name, which stays: clues are known by it.' },
      detector: { const: detector },
      names: { $ref: '#/$defs/localized' },
      explanation: { $ref: '#/$defs/localized' },
      source: { $ref: '#/$defs/source' },
      provisional: {
        type: 'boolean',
        description: 'True where no office published the numbers, or the text was not seen.',
      },
      spans: {
        type: 'array',
        minItems: 1,
        items: ofSpan(thresholds),
        description: 'One behind the other in time, by the filing day.',
      },
      ...(cohort ? { cohort: map('The others of its field filed in the four quarters before.', { least }) } : {}),
    },
    {
      hint: { type: 'boolean', description: 'True: its clues stay weak.' },
      exceptions: {
        type: 'array',
        items: exceptions.length === 0 ? false : { enum: exceptions },
        description: 'What speaks against a clue although the numbers are met.',
      },
    },
  );
}

function ofSpan(thresholds: Readonly<Record<string, ThresholdRange>>): Schema {
  return map(
    'One time span with its ground and numbers.',
    {
      valid_from: day('First filing day.'),
      ground: text('Id of a ground of grounds.yaml.'),
      thresholds: map(
        'The numbers.',
        Object.fromEntries(
          Object.entries(thresholds).map(([name, { least, most, whole }]) => [
            name,
            { type: whole ? 'integer' : 'number', minimum: least, maximum: most },
          ]),
        ),
      ),
    },
    { valid_to: day('Last filing day; left out: no end is known.') },
  );
}
