import type { SheetMap } from '@zhiheng/sheets';
import { isDay } from '@zhiheng/vocabulary';
import type { Parameter } from '../definition.js';
import { readSource } from './read-source.js';

export const parameterTypes = [
  'text',
  'integer',
  'decimal',
  'date',
  'boolean',
] as const satisfies readonly Parameter['type'][];
export const parameterForm = /^[a-z][a-z0-9_]*$/;

const forms: Readonly<Record<Parameter['type'], { readonly expected: string; fits(value: unknown): boolean }>> = {
  text: {
    expected: 'a text; put numbers that are names in quotes',
    fits: (value) => typeof value === 'string' && value !== '',
  },
  integer: { expected: 'a whole number', fits: (value) => Number.isSafeInteger(value) },
  decimal: { expected: 'a number', fits: (value) => typeof value === 'number' && Number.isFinite(value) },
  date: { expected: 'a day: 2023-12-31', fits: (value) => typeof value === 'string' && isDay(value) },
  boolean: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
};

/** Reads `parameters: { pledge_amount: { type: decimal, value: 10000000, names: …, source: …, provisional: true } }`. */
export function readParameters(map: SheetMap): Parameter[] {
  return map.namedMaps('parameters').map(([name, entry]) => {
    if (!parameterForm.test(name)) {
      map.map('parameters').noteKey(name, {
        what: 'a parameter has no such name',
        found: name,
        expected: 'small letters, digits and _, with a letter first',
      });
    }
    const type = entry.choice('type', parameterTypes);
    const value = entry.value('value');
    const known = entry.scalarOf('type')?.value === type;
    if (known && value !== null && !forms[type].fits(value)) {
      entry.note('value', { what: `value is no ${type}`, found: String(value), expected: forms[type].expected });
    }
    const source = entry.optionalMap('source');
    const parameter = {
      name,
      type,
      value: value as Parameter['value'],
      names: entry.localized('names'),
      source: source === null ? null : readSource(source),
      provisional: entry.truth('provisional'),
    };
    entry.close();
    return parameter;
  });
}

/** Notes every parameter that no expression names; `used`: those that they do, null where that is not known. */
export function noteUnusedParameters(map: SheetMap, names: readonly string[], used: ReadonlySet<string> | null): void {
  if (used === null) return;
  for (const name of names) {
    if (used.has(name)) continue;
    map.map('parameters').noteKey(name, {
      what: 'no expression asks for the parameter',
      found: name,
      expected: `$${name} in a condition, or no such parameter`,
    });
  }
}
