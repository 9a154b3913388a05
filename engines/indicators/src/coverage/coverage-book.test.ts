import type { CoverageEntry, Kind } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { covered } from '../../test/coverage.js';
import { CoverageBook } from './coverage-book.js';

const year = { from: '2023-01-01', to: '2023-12-31' };
const all: readonly Kind[] = ['invention', 'utility_model', 'design'];
const book = (...entries: CoverageEntry[]) =>
  new CoverageBook(entries, areas, { office: 'CN', dataset: 'real', today: '2024-06-30' });

describe('the state of a span', () => {
  it('is full only when every day is', () => {
    const whole = book(covered('granted', '2022-01-01', '2023-12-31'));
    expect(whole.state('granted', all, 'ALL', year)).toBe('full');
    const short = book(covered('granted', '2022-01-01', '2023-12-30'));
    expect(short.state('granted', all, 'ALL', year)).toBe('partial');
    expect(short.state('granted', all, 'ALL', { from: '2024-01-01', to: '2024-01-31' })).toBe('none');
    expect(short.state('filed', all, 'ALL', year)).toBe('none');
  });

  it('joins entries whose days meet and sees a day between them', () => {
    const first = covered('granted', '2023-01-01', '2023-06-30');
    expect(book(first, covered('granted', '2023-07-01', '2023-12-31')).state('granted', all, 'CN', year)).toBe('full');
    expect(book(first, covered('granted', '2023-07-02', '2023-12-31')).state('granted', all, 'CN', year)).toBe(
      'partial',
    );
  });

  it('is maturing where nothing is less', () => {
    const first = covered('filed', '2023-01-01', '2023-06-30');
    const fresh = covered('filed', '2023-07-01', '2023-12-31', { completeness: 'maturing' });
    expect(book(first, fresh).state('filed', all, 'CN', year)).toBe('maturing');
    expect(book(fresh).state('filed', all, 'CN', year)).toBe('partial');
  });

  it('needs every kind', () => {
    const inventions = covered('granted', '2023-01-01', '2023-12-31', { kinds: ['invention'] });
    const designs = covered('granted', '2023-01-01', '2023-12-31', { kinds: ['design'], completeness: 'partial' });
    const both = book(inventions, designs);
    expect(both.state('granted', ['invention'], 'CN', year)).toBe('full');
    expect(both.state('granted', ['invention', 'design'], 'CN', year)).toBe('partial');
    expect(both.state('granted', ['plant'], 'CN', year)).toBe('none');
    expect(both.state('granted', [], 'CN', year)).toBe('none');
    expect(both.namedKinds()).toEqual(['invention', 'design']);
  });

  it('keeps offices and datasets apart', () => {
    const other = covered('granted', '2023-01-01', '2023-12-31', { office: 'US' });
    const made = covered('granted', '2023-01-01', '2023-12-31', { dataset: 'synthetic' });
    expect(book(other, made).state('granted', all, 'ALL', year)).toBe('none');
  });

  it('knows nothing of days after today', () => {
    const promise = covered('granted', '2023-01-01', '2030-12-31');
    const halfway = new CoverageBook([promise], areas, { office: 'CN', dataset: 'real', today: '2023-06-30' });
    expect(halfway.state('granted', all, 'CN', year)).toBe('partial');
    expect(halfway.state('granted', all, 'CN', { from: '2023-01-01', to: '2023-06-30' })).toBe('full');
    expect(halfway.years('granted')).toEqual([2023]);
  });
});

describe('areas of coverage', () => {
  const only = (codes: readonly string[]) => covered('granted', '2023-01-01', '2023-12-31', { areas: codes });

  it('reach down and not up', () => {
    const guangdong = book(only(['440000']));
    for (const area of ['440000', '440300', '440305']) {
      expect(guangdong.state('granted', all, area, year)).toBe('full');
    }
    for (const area of ['CN-ML', 'CN', 'ALL']) expect(guangdong.state('granted', all, area, year)).toBe('partial');
    for (const area of ['110000', 'US', 'XX']) expect(guangdong.state('granted', all, area, year)).toBe('none');
  });

  it('add up to the nation when every provincial unit is there', () => {
    const provinces = areas.provinces().map((province) => province.code);
    const every = book(...provinces.map((code) => only([code])));
    expect(every.state('granted', all, 'CN', year)).toBe('full');
    expect(every.state('granted', all, 'ALL', year)).toBe('partial');
    const mainland = book(only(provinces.filter((code) => !['710000', '810000', '820000'].includes(code))));
    expect(mainland.state('granted', all, 'CN-ML', year)).toBe('full');
    expect(mainland.state('granted', all, 'CN', year)).toBe('partial');
    const withoutOne = book(only(provinces.filter((code) => code !== '540000')));
    expect(withoutOne.state('granted', all, 'CN-ML', year)).toBe('partial');
  });
});
