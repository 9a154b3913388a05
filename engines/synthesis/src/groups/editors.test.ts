import { describe, expect, it } from 'vitest';
import { plainContainment } from '../../test/plain-likeness.js';
import { Random } from '../random.js';
import { TextSource } from '../texts/text-source.js';
import { traditional } from './character-forms.js';
import { contain, passageOf } from './contain.js';
import { exchangeSlots } from './exchange-slots.js';
import { folded } from './likeness.js';
import { longClaim } from './long-claim.js';
import { machineManners, machineText } from './machine-text.js';
import { characterForms, otherForms } from './other-forms.js';
import { recombine } from './recombine.js';

const source = new TextSource(3);
const one = source.textsOf(20, 'utility_model', 1);
const other = source.textsOf(20, 'utility_model', 2);

describe('exchangeSlots', () => {
  it('exchanges nouns, the longest first, and numbers, the same everywhere', () => {
    const fill = exchangeSlots(['气缸', '中间气缸'], ['滑轨', '推杆'], 1, Random.of(1));
    const text = fill('1.中间气缸与气缸相距12毫米，中间气缸转过12度。');
    const [, first = '', second = '', number = ''] =
      /^1\.(滑轨|推杆)与(滑轨|推杆)相距(\d\d)毫米，\1转过\3度。$/.exec(text) ?? [];
    expect([first, second].sort()).toEqual(['推杆', '滑轨']);
    expect(number).not.toBe('12');
    expect(fill('气缸')).toBe(second);
  });

  it('exchanges the stated share of the nouns and leaves the rest of the template', () => {
    const nouns = ['甲', '乙', '丙', '丁'];
    const text = exchangeSlots(nouns, ['子', '丑', '寅', '卯'], 0.5, Random.of(2))('甲接乙接丙接丁');
    expect(text.replaceAll('接', '')).toHaveLength(4);
    expect([...text].filter((character) => nouns.includes(character))).toHaveLength(2);
  });
});

describe('recombine', () => {
  it('takes a half of each, cut behind a clause', () => {
    expect(recombine('一二三，四五六。', '七八九，十百千。')).toBe('一二三，十百千。');
    expect(recombine('一二三四', '五六七八')).toBe('一二七八');
    expect(recombine('A lid, and a cup of 12.5 ml.', 'A pen, with ink.')).toBe('A lid, with ink.');
  });
});

describe('contain', () => {
  it('puts a run of the stated share behind a clause of the host', () => {
    const passage = passageOf(one.firstClaim, 0.84, Random.of(3));
    expect(one.firstClaim).toContain(passage);
    expect(passage.length).toBe(Math.ceil(one.firstClaim.length * 0.84));
    const whole = contain(passage, other.firstClaim, Random.of(4));
    const at = whole.indexOf(passage);
    expect('；，').toContain(whole.charAt(at - 1));
    expect(whole.slice(0, at) + whole.slice(at + passage.length)).toBe(other.firstClaim);
    expect(plainContainment(one.firstClaim, whole)).toBeGreaterThan(0.8);
  });

  it('finds a place in a host without clauses', () => {
    expect(contain('甲', '乙丙', Random.of(1))).toBe('乙丙甲');
  });
});

describe('otherForms', () => {
  it('writes as it is written by hand', () => {
    const form = (name: (typeof characterForms)[number]) => otherForms('1.设备（12），门；', name, Random.of(1));
    expect(form('traditional')).toBe('1.設備（12），門；');
    expect(form('full-width')).toBe('１．设备（１２），门；');
    expect(form('punctuation')).toBe('1.设备﹙12﹚﹐门﹔');
    expect(traditional('冲压模具与于后里')).toBe('冲壓模具與於后里');
  });

  it.each(characterForms)('changes the text but not what it is after folding: %s', (form) => {
    const text = otherForms(one.firstClaim, form, Random.of(2));
    expect(text).not.toBe(one.firstClaim);
    expect(folded(text)).toBe(folded(one.firstClaim));
    expect(text).not.toMatch(/[,;"\r\n]/);
  });
});

describe('machineText', () => {
  it.each(machineManners)('looks like no text of the field: %s', (manner) => {
    const text = machineText(manner, 250, other.nouns, Random.of(5));
    expect(text.length).toBeGreaterThanOrEqual(250);
    expect(text).not.toMatch(/[,;"\r\n]/);
    const clauses = text.replace(/。$/, '').split('，');
    expect(clauses.length).toBeGreaterThan(3);
    if (manner === 'characters') {
      const familiar = new Set(other.abstract + other.firstClaim);
      expect([...text].filter((character) => familiar.has(character)).length / text.length).toBeLessThan(0.2);
    } else if (manner === 'words') {
      const nouns = new RegExp(`^(?:${other.nouns.join('|')}){4,12}$`);
      for (const clause of clauses) expect(clause).toMatch(nouns);
      expect(new Set(clauses).size).toBe(clauses.length);
    } else expect(new Set(clauses.map((clause) => clause.replace(/\d+$/, ''))).size).toBe(1);
  });
});

describe('longClaim', () => {
  it('begins as the claim and piles up features of its field', () => {
    const claim = longClaim(source, one, 20, 'utility_model', 3000, [1]);
    expect(claim.startsWith(one.firstClaim.slice(0, -1))).toBe(true);
    expect(claim.length).toBeGreaterThanOrEqual(3000);
    expect(claim.length).toBeLessThan(3600);
    expect(claim.split('；').length).toBeGreaterThan(50);
    expect(claim.match(/其特征在于/g)).toHaveLength(1);
  });
});
