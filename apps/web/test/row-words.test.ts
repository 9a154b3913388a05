import { expect, test } from 'vitest';
import { testWords } from '../src/figure/test-words.js';
import { departmentName } from '../src/overview/department-name.js';
import { expectedWords } from '../src/staff/expected-words.js';
import type { Words } from '../src/words/words.js';

const words: Words = {
  language: 'en',
  word: (id, values) => [id, ...Object.values(values ?? {})].filter((part) => part !== '').join('|'),
  own: (text) => text.en,
};

test('the tests that a definition adds are told in words, its own conditions as it writes them', () => {
  const told = (test: string) => testWords(words, test);
  expect(told('closed_on is null')).toBe('test.null|column.closed-on');
  expect(told('closed_on outside 2023-Q1')).toBe('test.outside|column.closed-on|2023-Q1');
  expect(told('filed_on in 2023')).toBe('test.inside|column.filed-on|2023');
  expect(told('granted_on after 2023-12-31')).toBe('test.after|column.granted-on|2023-12-31');
  expect(told('ceased_on on or before 2023-12-31')).toBe('test.on-or-before|column.ceased-on|2023-12-31');
  expect(told('ceased_on not on or before 2023-12-31')).toBe('test.not-yet|column.ceased-on|2023-12-31');
  expect(told('closed_on before examination_requested_on')).toBe(
    'test.before|column.closed-on|column.examination-requested-on',
  );
  expect(told('closed_on is not null')).toBe('test.known|column.closed-on');
  expect(told('closed_on not before filed_on')).toBe('test.not-before|column.closed-on|column.filed-on');
  expect(told('counted in 440000')).toBe('test.counted-in|440000');
  expect(testWords(words, 'not counted in 440000', () => 'there')).toBe('test.not-counted-in|there');
  expect(told('within 16 months')).toBe('test.within|16');
  expect(told('more than 16 months')).toBe('test.more-than|16');
  expect(told('months in 12..13')).toBe('test.inside|column.months|12..13');
  expect(told('made_up_on is null')).toBe('test.null|made_up_on');
  for (const own of ["kind = 'invention'", "kind in ('invention', 'design')", 'constructor']) {
    expect(told(own)).toBe(own);
  }
});

test('a department has its name in the language of the page where the programme gives one', () => {
  const departments = [{ 'zh-Hans': '保护司', 'zh-Hant': '保護司', en: 'IP Protection' }];
  expect(departmentName(words, departments, '保护司')).toBe('IP Protection');
  expect(departmentName({ ...words, language: 'zh-Hant', own: (text) => text['zh-Hant'] }, departments, '保护司')).toBe(
    '保護司',
  );
  expect(departmentName(words, departments, '某司')).toBe('某司');
});

test('what would be right is told in the language of the page where it has the words', () => {
  const inChinese = (expected: string) => expectedWords({ ...words, language: 'zh-Hans' }, expected);
  expect(inChinese('a day of the calendar up to 2100, as YYYY.MM.DD')).toBe('expected.day|YYYY.MM.DD');
  expect(inChinese('one of 发明专利, 外观设计')).toBe('expected.one-of|发明专利list.comma外观设计');
  expect(inChinese('at most 65,536')).toBe('expected.at-most|65,536');
  expect(inChinese('another office folder')).toBe('expected.other-folder');
  expect(inChinese('the end of the document')).toBeNull();
  expect(expectedWords(words, 'one of a, b')).toBe('one of a, b');
});
