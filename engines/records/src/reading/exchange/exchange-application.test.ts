import { describe, expect, it } from 'vitest';
import { RecordFault } from '../record-fault.js';
import { exchangeApplication } from './exchange-application.js';

const read = (country: string, number: string, kind: string | null) =>
  exchangeApplication({ country, number, kind, on: null });

describe('exchangeApplication', () => {
  it.each([
    ['EP', '10167109', 'A', 'EP:10167109'],
    ['DE', 'B0077613', 'A', 'DE:B0077613'],
    ['DE', '69905327', 'T', 'DE:69905327T'],
    ['JP', '2000-123456', 'A', 'JP:2000123456'],
    ['JP', '2000123456', 'U', 'JP:2000123456U'],
    ['US', '201113167395', 'A', 'US:13167395'],
    ['US', '201361761070', 'P', 'US:61761070'],
    ['US', '20685698', 'A', 'US:20685698A'],
    ['US', '8359798', 'A', 'US:8359798A'],
    ['CN', '201610311380', 'A', 'CN:201610311380'],
    ['CN', '202320123456', 'U', 'CN:202320123456'],
    ['CN', '85100095', 'A', 'CN:85100095'],
    ['IB', '2022055385', 'W', 'WO:IB2022055385'],
    ['CN', '2013071234', 'W', 'WO:CN2013071234'],
    ['FR', '918235', null, 'FR:918235'],
  ])('%s %s %s is %s', (country, number, kind, id) => {
    expect(read(country, number, kind)).toMatchObject({ id, numberAsGiven: number, filedAt: country });
  });

  it.each([
    ['8359798', 'A', '09/083,597', 'US:09083597'],
    ['20685698', 'A', '09206856', 'US:09206856'],
    ['9500698', 'P', '60095006', 'US:60095006'],
    ['33971003', 'A', '10/339,710', 'US:10339710'],
    ['202', 'A', '10/000,002', 'US:10000002'],
    // the docdb form again, another serial, a series of another time, nothing
    ['20685698', 'A', '20685698', 'US:20685698A'],
    ['20685698', 'A', '09/206,857', 'US:20685698A'],
    ['20685698', 'A', '04/206,856', 'US:20685698A'],
    ['20685698', 'A', '206856', 'US:20685698A'],
    // designs since 1993 have one series
    ['16030002', 'F', '', 'US:29160300'],
    ['16030092', 'F', '', 'US:16030092F'],
    ['201129395001', 'F', '', 'US:29395001'],
  ])('US %s %s, originally "%s", is %s', (number, kind, original, id) => {
    const originals = original === '' ? [] : [original];
    expect(exchangeApplication({ country: 'US', number, kind, on: null }, originals).id).toBe(id);
  });

  it('refuses what is no number of China', () => {
    expect(() => read('CN', '2016103113', 'A')).toThrow(RecordFault);
    expect(() => read('CN', '2016103113801', 'A')).toThrow('check-digit-wrong');
  });
});
