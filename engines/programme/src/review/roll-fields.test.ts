import { describe, expect, it } from 'vitest';
import { readProgramme } from '../read-programme.js';
import { composeProgramme } from './compose-programme.js';
import { dayNextYear, valueNextYear } from './next-year.js';
import { fieldsOfNextYear } from './roll-fields.js';

const names = (text: string) => `{ zh-Hans: ${text}, zh-Hant: ${text}, en: ${text} }`;
const file = `id: "2027"
names: ${names('计划2027')}
number: 〔2027〕1号
issued_on: 2027-03-01
year: 2027
hand_in: { due: 2027-12-15, to: 甲司, forms: [paper] }
owners_proposed: true
steps:
  plan: ${names('计划')}
targets:
  - id: T1
    names: ${names('周期')}
    owners: [甲司]
    kind: ceiling
    limit: 18
    unit: months
    period: "2027"
    origin: published
    subject: { indicator: invention-pendency, area: ALL }
    revisions:
      - effective_on: 2027-05-01
        limit: 17
        reason: ${names('快')}
        document: 〔2027〕5号
      - effective_on: 2027-07-01
        limit: 16
        reason: ${names('更快')}
        document: 〔2027〕7号
  - id: T2
    names: ${names('满意')}
    owners: []
    kind: qualitative
    period: 2027-H1
    origin: published
groups:
  - { id: T1-2, names: ${names('两项')}, owners: [], parts: [{ target: T1, part: a }, { target: T2, part: b }] }
sections:
  - id: duties
    role: duties
    names: ${names('任务')}
    items:
      - id: "1"
        number: (一)
        names: ${names('检查')}
        clauses:
          - { id: 1a, names: ${names('抽检')}, due: 2027-06-30, milestones: [plan], dates: { plan: 2027-02-28 }, targets: [T1], lines: { from: 3, until: 4 } }
overlays:
  - area: "440000"
    document: 〔2027〕9号
    targets:
      - { target: T1, limit: 15, origin: computed }
`;
const draft = fieldsOfNextYear(file, new Set(['T1']));
const made = (out: readonly string[] = []) => {
  const fields = draft.fields.flatMap((one) =>
    one.read === null || out.includes(one.id) ? [] : [{ ...one, value: one.read }],
  );
  return composeProgramme({ ...{ id: '2028', languages: draft.languages, fields, rest: draft.rest }, departments: [] });
};

describe('the year after a programme', () => {
  it('is a programme with years and days moved on, and the rule that stood', () => {
    const programme = readProgramme(made(), 'programmes/2028.yaml', { id: '2028' });
    expect(programme).toMatchObject({
      ...{ year: 2028, number: '', issuedOn: '2028-03-01', handIn: { due: '2028-12-15', to: '甲司' } },
      names: { 'zh-Hans': '计划2028', en: '计划2028' },
    });
    expect(programme.targets).toMatchObject([
      { id: 'T1', limit: 16, period: '2028', revisions: [], subject: { indicator: 'invention-pendency' } },
      { id: 'T2', period: '2028-H1' },
    ]);
    expect(programme.sections[0]?.items[0]?.clauses).toMatchObject([
      { id: '1a', due: '2028-06-30', milestones: [{ id: 'plan', due: '2028-02-28' }], targets: ['T1'], source: null },
    ]);
    expect(programme.groups).toMatchObject([{ id: 'T1-2' }]);
    expect(programme.overlays).toMatchObject([
      { area: '440000', targets: [{ target: { limit: 15, period: '2028' } }] },
    ]);
  });

  it('keeps what the rule was, marks what was reached, and shows where it stood', () => {
    const target = draft.fields.find(({ id }) => id === 'target-T1');
    expect(target).toMatchObject({
      marks: ['reckoned', 'revised', 'limit-reached'],
      was: [
        { from: null, sets: { limit: 18 }, document: null },
        { from: '2027-05-01', sets: { limit: 17 }, document: '〔2027〕5号' },
      ],
      span: { line: 11, from: 1 },
      until: 28,
    });
    expect(made()).toContain('# before: {"limit":18}\n');
    expect(made()).toContain('# before: {"limit":17} from 2027-05-01 (〔2027〕5号)');
    expect(draft.fields.find(({ id }) => id === 'number')?.read).toBeNull();
  });

  it('loses with a target what refers to it', () => {
    const programme = readProgramme(made(['target-T1']), 'programmes/2028.yaml', { id: '2028' });
    expect(programme.groups).toEqual([]);
    expect(programme.sections[0]?.items[0]?.clauses[0]?.targets).toEqual([]);
    expect(programme.overlays).toEqual([]);
  });

  it('has a last of February each year', () => {
    expect(dayNextYear('2028-02-29')).toBe('2029-02-28');
    expect(dayNextYear('2027-02-28')).toBe('2028-02-28');
    expect(valueNextYear({ names: '2027', due: '2027-01-31', lines: [2027] })).toEqual({
      ...{ names: '2027', due: '2028-01-31', lines: [2027] },
    });
  });
});
