import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../src/definition-file/check-definition.js';
import { toldFaults } from './told-faults.js';
import { wrongContext } from './wrong-context.js';

const folder = resolve(import.meta.dirname, 'wrong');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('a wrong definition', () => {
  it('has a golden text beside it', () => {
    const golden = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    expect(golden.map((name) => name.replace('.txt', '.yaml'))).toEqual(files);
    expect(files.length).toBeGreaterThanOrEqual(25);
  });

  it.each(files)('is told in full: %s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { ok, faults } = checkDefinition(text, `wrong/${name}`, wrongContext);
    expect(ok).toBe(false);
    expect(toldFaults(faults)).toBe(readFileSync(join(folder, name.replace('.yaml', '.txt')), 'utf8'));
  });
});
