import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Definition } from '../src/definition.js';
import { checkDefinition } from '../src/definition-file/check-definition.js';
import { definitionSchema } from '../src/definition-file/definition-schema.js';
import { definitionKinds } from '../src/definition-file/read-head.js';
import { fullDefinitions } from './full-definitions.js';

const committed = resolve(import.meta.dirname, '../../../definitions/indicators');
const wrong = resolve(import.meta.dirname, 'wrong');
const schemaLine = '# yaml-language-server: $schema=indicator.schema.json';
const yamlIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const textOf = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
const validate = new Ajv2020({ allErrors: true }).compile(definitionSchema());

interface MapSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}
const parts = definitionSchema().$defs as Record<string, MapSchema>;

describe('the schema of definitions', () => {
  it('is the committed one', () => {
    // Written with `node scripts/write-indicator-schema.mjs`.
    expect(JSON.parse(textOf(committed, 'indicator.schema.json'))).toEqual(definitionSchema());
  });

  it.each(yamlIn(committed))('holds for %s, which names it', (name) => {
    const text = textOf(committed, name);
    expect(text.split('\n')[0]).toBe(schemaLine);
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('tells every fault of form, and none of meaning', () => {
    for (const name of yamlIn(wrong)) {
      const text = textOf(wrong, name);
      const ofForm = text.startsWith('# A fault of form:');
      expect(ofForm || text.startsWith('# A fault of meaning:'), name).toBe(true);
      expect(isValid(text), name).toBe(!ofForm);
    }
  });
});

function isValid(text: string): boolean {
  try {
    return validate(parse(text));
  } catch {
    return false;
  }
}

describe('a definition with every key', () => {
  it.each(definitionKinds)('of the kind %s is right for the reader and for the schema', (kind) => {
    const text = fullDefinitions[kind];
    expect(checkDefinition(text, 'full.yaml').faults).toEqual([]);
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(definitionKinds)('of the kind %s has the keys that the schema has, and no others', (kind) => {
    const keys = Object.keys(parse(fullDefinitions[kind]) as object);
    expect(keys.sort()).toEqual(Object.keys(parts[kind]?.properties ?? {}).sort());
    expect(askedAt(kind, fullDefinitions[kind], '').sort()).toEqual(keys.sort());
  });

  it.each(definitionKinds)('of the kind %s may lack what the schema lets it lack, and nothing else', (kind) => {
    const whole = parse(fullDefinitions[kind]) as Record<string, unknown>;
    for (const key of Object.keys(whole).filter((one) => one !== 'kind')) {
      const { [key]: _, ...rest } = whole;
      const needed = parts[kind]?.required.includes(key) ?? false;
      const { faults } = checkDefinition(JSON.stringify(rest), 'full.yaml');
      expect(
        faults.some(({ message }) => message.startsWith(`the key ${key} is missing`)),
        `${kind} ${key}`,
      ).toBe(needed);
      expect(validate(rest), `${kind} ${key}`).toBe(!needed);
    }
  });

  it.each([
    ['source', 'flow', 'source'],
    ['published', 'duration', 'published[0]'],
    ['clock', 'duration', 'clock'],
    ['awaits', 'slot', 'awaits'],
    ['part', 'ratio', 'numerator'],
    ['condition', 'stock', 'conditions[0]'],
    ['breakdown', 'ratio', 'numerator.breakdown'],
  ] as const)('has the keys of the schema within: %s', (name, kind, field) => {
    expect(askedAt(kind, fullDefinitions[kind], field).sort()).toEqual(
      Object.keys(parts[name]?.properties ?? {}).sort(),
    );
  });

  it('has the keys of the schema within parameters', () => {
    const { additionalProperties } = parts.parameters as unknown as { additionalProperties: MapSchema };
    const asked = askedAt('flow', fullDefinitions.flow, 'parameters.amount');
    expect(asked.sort()).toEqual(Object.keys(additionalProperties.properties).sort());
  });
});

/** The keys that the reader asks a map for, as it tells them where it finds one that it does not know. */
function askedAt(kind: Definition['kind'], text: string, field: string): string[] {
  const whole = parse(text) as Record<string, unknown>;
  const steps = field === '' ? [] : field.replaceAll('[', '.').replaceAll(']', '').split('.');
  let map = whole;
  for (const step of steps) map = map[step] as Record<string, unknown>;
  map.qqqqqqqqq = 1;
  const { faults } = checkDefinition(JSON.stringify(whole), 'full.yaml');
  const told = faults.find(({ found }) => found === 'qqqqqqqqq');
  if (told?.expected === undefined || told.expected === null) throw new Error(`${kind}: the key was not told`);
  return told.expected.split(', ');
}
