import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeNames } from './code-names.js';
import { Concordances } from './read-concordances.js';

const definitions = fileURLToPath(new URL('../../../../definitions', import.meta.url));

describe('names of codes', () => {
  it('are those of the sheet in three languages, for every field of WIPO', () => {
    const { wipo_field: fields = {} } = codeNames(['kind', 'wipo_field'], new Concordances(definitions));
    expect(Object.keys(fields).map(Number)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
    expect(fields['26']).toEqual({ 'zh-Hans': '机器工具', 'zh-Hant': '機器工具', en: 'Machine tools' });
  });

  it('say in English what the table itself does', () => {
    const concordances = new Concordances(definitions);
    const { wipo_field: fields = {} } = codeNames(['wipo_field'], concordances);
    const inTable = concordances.get('wipo-35')?.codes ?? {};
    for (const [code, name] of Object.entries(inTable)) expect(fields[code]?.en, code).toBe(name);
  });

  it('of every other table name each code of its first level', () => {
    const concordances = new Concordances(definitions);
    const dimensions = ['strategic_industry', 'green_technology', 'key_digital', 'new_three'];
    const told = codeNames(dimensions, concordances);
    for (const [dimension, id] of Object.entries({
      strategic_industry: 'sei-2021',
      green_technology: 'green-technology',
      key_digital: 'key-digital-2023',
      new_three: 'new-three-2024',
    })) {
      const first = new Set(Object.keys(concordances.get(id)?.codes ?? {}).map((code) => code.split('.')[0] ?? ''));
      expect(Object.keys(told[dimension] ?? {}).sort(), id).toEqual([...first].sort());
    }
  });

  it("are the own table's where an office has one", () => {
    const own =
      'classification,version,code,name,rule,mode,pattern,keywords\nwipo-35,own,26,Werkzeuge,1,include,B23B*,\n';
    const { wipo_field: fields } = codeNames(['wipo_field'], new Concordances(definitions, { 'wipo-35': own }));
    expect(fields?.['26']).toEqual({ 'zh-Hans': 'Werkzeuge', 'zh-Hant': 'Werkzeuge', en: 'Werkzeuge' });
  });
});
