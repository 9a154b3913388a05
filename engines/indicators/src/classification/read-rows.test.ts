import { reportFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { readConcordanceRows } from './read-rows.js';

const head = 'classification,version,code,name,rule,mode,pattern,keywords';
const good = 't-1,2021,1.1,甲,1,include,H01L*,';

type Golden = readonly [
  name: string,
  text: string,
  place: string,
  what: string,
  found: string | null,
  expected: string,
];

const golden: readonly Golden[] = [
  ['nothing', '', '1:1', 'the columns are not those of a table', 'nothing', 'classification'],
  [
    'a misspelt column',
    `${head.replace('mode', 'mod')}\n${good}`,
    '1:39',
    'the columns are not those of a table',
    'mod',
    'mode',
  ],
  [
    'a column more',
    `${head},x\n${good},`,
    '1:61',
    'the columns are not those of a table',
    'x',
    `the columns ${head}, and no others`,
  ],
  ['no rows', `${head}\n`, '1:1', 'the table has no rows', 'nothing', 'a row or more'],
  ['a short row', `${head}\nt-1,2021,1.1`, '2:10', 'the row has another number of fields than the columns', '3', '8'],
  ['another table', `${head}\nt-2,2021,1.1,甲,1,include,H01L*,`, '2:1', 'the row names another table', 't-2', 't-1'],
  [
    'no version',
    `${head}\nt-1,,1.1,甲,1,include,H01L*,`,
    '2:5',
    'the version is missing',
    null,
    'a version, such as 2021',
  ],
  [
    'two versions',
    `${head}\n${good}\nt-1,2022,1.2,乙,1,include,H01M*,`,
    '3:5',
    'a table has one version',
    '2022',
    '2021',
  ],
  [
    'no code',
    `${head}\nt-1,2021,1..1,甲,1,include,H01L*,`,
    '2:10',
    'this is no code',
    '1..1',
    'letters and digits, joined by points: 1.2',
  ],
  ['no name', `${head}\nt-1,2021,1.1,,1,include,H01L*,`, '2:14', 'the code has no name', null, 'a name'],
  [
    'two names',
    `${head}\n${good}\nt-1,2021,1.1,"乙,丙",1,include,H01M*,`,
    '3:14',
    'the code 1.1 has two names',
    '乙,丙',
    '甲',
  ],
  [
    'no rule',
    `${head}\nt-1,2021,1.1,"甲,乙",0,include,H01L*,`,
    '2:20',
    'this is no number of a rule',
    '0',
    'a whole number from 1',
  ],
  [
    'an unknown mode',
    `${head}\nt-1,2021,1.1,甲,1,includes,H01L*,`,
    '2:18',
    'the mode is not known',
    'includes',
    'include, exclude, partial',
  ],
  [
    'no symbol',
    `${head}\nt-1,2021,1.1,甲,1,include,h01l%,`,
    '2:26',
    'this is no symbol of the IPC',
    'h01l%',
    'H01L, H01L21*, H01L21/02 or H01L21/02*',
  ],
  [
    'neither',
    `${head}\nt-1,2021,1.1,甲,1,include,,`,
    '2:26',
    'a row tells a pattern or keywords',
    'neither',
    'exactly one of the two',
  ],
  [
    'both',
    `${head}\nt-1,2021,1.1,甲,1,include,H01L*,电池`,
    '2:26',
    'a row tells a pattern or keywords',
    'both',
    'exactly one of the two',
  ],
  [
    'keywords in part',
    `${head}\n${good}\nt-1,2021,1.1,甲,1,partial,,电池`,
    '3:18',
    'keywords include or exclude',
    'partial',
    'include, exclude',
  ],
  [
    'an empty keyword',
    `${head}\n${good}\nt-1,2021,1.1,甲,1,include,,电池||电芯`,
    '3:27',
    'a keyword is empty',
    '电池||电芯',
    'words joined by |',
  ],
  ['a row again', `${head}\n${good}\n${good}`, '3:26', 'the row repeats another', 'line 2', 'each row once'],
  [
    'a rule of exclusions',
    `${head}\nt-1,2021,1.1,甲,1,exclude,H01L*,`,
    '2:16',
    'rule 1 of 1.1 includes nothing',
    null,
    'a row with a pattern that includes',
  ],
];

describe('a wrong table', () => {
  it.each(golden)('%s', (_, text, place, what, found, expected) => {
    const { faults } = readConcordanceRows(text, 't.csv', 't-1');
    expect(faults).toHaveLength(1);
    const [fault] = faults.map(reportFault);
    expect(`${fault?.place?.path} ${fault?.place?.line}:${fault?.place?.column}`).toBe(`t.csv ${place}`);
    expect(fault?.code).toBe('classification-wrong');
    expect(fault?.message.replace(/ \(did you mean .*\)$/, '')).toBe(what);
    expect([fault?.found ?? null, fault?.expected]).toEqual([found, expected]);
  });

  it('tells every fault in one pass, from the top down', () => {
    const text = `${head}\nt-2,2021,1.1,甲,x,include,H1*,\n${good}\nt-1,2021,1.2,乙,1,include,H01M,|\n`;
    const { faults } = readConcordanceRows(text, 't.csv', 't-1');
    expect(faults.map(({ detail: { place } }) => [place?.line, place?.field])).toEqual([
      [2, 'classification'],
      [2, 'rule'],
      [2, 'pattern'],
      [4, 'pattern'],
    ]);
  });

  it('tells what may be meant', () => {
    const nearest = (text: string) => readConcordanceRows(text, 't.csv', 't-1').faults[0]?.detail.didYouMean;
    expect(nearest(`${head}\nt-1,2021,1.1,甲,1,include,H01L%,`)).toBe('H01L*');
    expect(nearest(`${head}\nt-1,2021,1.1,甲,1,includ,H01L*,`)).toBe('include');
  });
});

describe('a table', () => {
  it('is read by rules', () => {
    const text = `${head}\r\n${good}\r\nt-1,2021,1.1,甲,1,exclude,H01L21/02*,\r\nt-1,2021,1.1,甲,1,include,,电池|…\r\nt-1,2021,1.1,甲,2,partial,H01M,\r\n`;
    expect(readConcordanceRows(text, 't.csv', 't-1')).toEqual({
      faults: [],
      rows: {
        version: '2021',
        codes: { '1.1': '甲' },
        rules: [
          {
            ...{ code: '1.1', rule: 1, include: ['H01L*'], exclude: ['H01L21/02*'], partial: [] },
            ...{ keywords: ['电池'], excludedKeywords: [], openEnded: true },
          },
          {
            ...{ code: '1.1', rule: 2, include: [], exclude: [], partial: ['H01M'] },
            ...{ keywords: [], excludedKeywords: [], openEnded: false },
          },
        ],
      },
    });
  });
});
