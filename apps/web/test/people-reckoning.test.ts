import { expect, test } from 'vitest';
import { readAdministrationState } from '../src/administration/administration-state.js';
import { lineFaults } from '../src/administration/calendar/line-faults.js';
import { markOf, monthsOf, namedDays, type YearDay } from '../src/administration/calendar/months-of-year.js';
import { treeOf, withAllBelow } from '../src/administration/organisations/organisation-tree.js';
import type { OrganisationAnswer } from '../src/api/people-queries.js';
import { linkToken } from '../src/sign-in/link-token.js';
import { passwordState } from '../src/sign-in/password-state.js';
import { wayBack } from '../src/sign-in/way-back.js';
import { calendarOf } from './fixture/calendar.js';

test('after signing in only an address of these pages is gone back to', () => {
  expect(wayBack('/zh-Hant/data?part=releases', 'en')).toBe('/zh-Hant/data?part=releases');
  for (const back of [undefined, 'https://elsewhere.example/', '//elsewhere.example', '/english', '/api/office']) {
    expect(wayBack(back, 'en')).toBe('/en');
  }
  expect(wayBack('/en/sign-in?back=%2Fen', 'en')).toBe('/en');
});

test('a one-time link is read out of the fragment', () => {
  expect(linkToken('#link=zhl_a-b_c')).toBe('zhl_a-b_c');
  expect([linkToken(''), linkToken('#link='), linkToken('#content')]).toEqual([null, null, null]);
});

test('a password counts characters, and is written twice alike', () => {
  expect(passwordState('eleven char', 'eleven char')).toBe('short');
  expect(passwordState('twelve chars', 'twelve char')).toBe('different');
  expect(passwordState('twelve chars', 'twelve chars')).toBe('fits');
});

test('a year stands as twelve months of whole weeks, from Monday on', () => {
  const months = monthsOf(calendarOf(2023).days);
  expect(months.map(({ weeks }) => weeks.length)).toEqual([6, 5, 5, 5, 5, 5, 6, 5, 5, 6, 5, 5]);
  expect(months[0]?.weeks[0]?.map((day) => day?.day ?? null)).toEqual([...Array(6).fill(null), '2023-01-01']);
  expect(months[1]?.weeks[4]?.map((day) => day?.day.slice(8) ?? '')).toEqual(['27', '28', '', '', '', '', '']);
});

test('the Spring Festival of 2023: seven days off from 21 January, work on the weekend after', () => {
  const days = calendarOf(2023).days.filter(({ day }) => day.startsWith('2023-01'));
  const spring = namedDays(days).filter(({ name }) => name === '春节');
  expect(spring.map(({ mark, from, to }) => [mark, from, to])).toEqual([
    ['holiday', '2023-01-21', '2023-01-27'],
    ['workday', '2023-01-28', '2023-01-29'],
  ]);
  const mark = (day: string) => markOf(days.find((one) => one.day === day) as YearDay);
  expect([mark('2023-01-14'), mark('2023-01-16')]).toEqual(['weekend', 'plain']);
});

test('faults of a list of days are told apart by line', () => {
  const told = 'line 2: 2023-02-30 is not a date; written 2023-01-21; line 5: the name is missing';
  expect(lineFaults(told)).toEqual([
    { line: 2, what: '2023-02-30 is not a date; written 2023-01-21' },
    { line: 5, what: 'the name is missing' },
  ]);
  expect(lineFaults('the reason is missing')).toEqual([]);
});

test('organisations stand as a tree; one whose parent is not shown stands at the top', () => {
  const one = (id: string, parent: string | null) => ({ id, parent }) as OrganisationAnswer;
  const all = [one('a', null), one('b', 'a'), one('c', 'b'), one('x', 'elsewhere')];
  expect(treeOf(all).map(({ organisation, below }) => [organisation.id, below.length])).toEqual([
    ['a', 1],
    ['x', 0],
  ]);
  expect(withAllBelow(all, 'a')).toEqual(['a', 'b', 'c']);
});

test('the address of the administration keeps what can be and drops the rest', () => {
  expect(readAdministrationState({ part: 'audit', page: '40~20', reads: 'no', year: '23', kind: '' })).toEqual({
    part: 'audit',
    page: '40~20',
  });
});
