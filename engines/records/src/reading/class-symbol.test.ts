import { describe, expect, it } from 'vitest';
import { columnSymbol, editionOf, locarnoSymbol, nationalSymbol, TableClasses } from './class-symbol.js';

describe('symbols of the USPTO', () => {
  it.each([
    ['A45F  504', 'A45F5/04'],
    ['A43B 1314', 'A43B13/14'],
    ['H01L 21302', 'H01L21/302'],
    ['C07C24900', 'C07C249/00'],
    ['G06F015/16', 'G06F15/16'],
    ['A61B', 'A61B'],
  ])('IPC in columns %s', (given, symbol) => {
    expect(columnSymbol(given)).toBe(symbol);
  });

  it.each([
    ['  2 52', '2/52'],
    ['  2336', '2/336'],
    [' 24  9', '24/9'],
    [' 24  34', '24/3.4'],
    [' 4012404', '40/124.04'],
    [' 73 2332', '73/23.32'],
    ['D 6480', 'D6/480'],
    ['D14138 AD', 'D14/138 AD'],
    ['257E21002', '257/E21.002'],
    ['705DIG 9', '705/DIG 9'],
    ['PLT156', 'PLT/156'],
  ])('national class %s', (given, symbol) => {
    expect(nationalSymbol(given)).toBe(symbol);
  });

  it('Locarno and editions', () => {
    expect([locarnoSymbol('1216'), locarnoSymbol('12-16')]).toEqual(['12-16', '12-16']);
    expect([editionOf('20060101'), editionOf('2006'), editionOf(null)]).toEqual(['2006.01', null, null]);
  });
});

describe('TableClasses', () => {
  it.each([
    ['A01B1/02', { scheme: 'ipc', edition: null, symbol: 'A01B1/02' }],
    ['a01b 1/02', { scheme: 'ipc', edition: null, symbol: 'A01B1/02' }],
    ['A01B 1/02(2006.01)I', { scheme: 'ipc', edition: '2006.01', symbol: 'A01B1/02' }],
    ['A61K 0031/728', { scheme: 'ipc', edition: null, symbol: 'A61K31/728' }],
    ['H04L', { scheme: 'ipc', edition: null, symbol: 'H04L' }],
    ['12-16', { scheme: 'locarno', edition: null, symbol: '12-16' }],
    ['LOC(13)Cl.12-16', { scheme: 'locarno', edition: '13', symbol: '12-16' }],
    ['12-16(13)', { scheme: 'locarno', edition: '13', symbol: '12-16' }],
  ])('reads %s in a column of IPC classes', (given, read) => {
    const classes = new TableClasses('ipc', null);
    expect([classes.read(given), classes.read(given)]).toEqual([read, read]);
  });

  it('keeps symbols of other schemes and the edition that the mapping states', () => {
    expect(new TableClasses('nice', '12').read('09')).toEqual({ scheme: 'nice', edition: '12', symbol: '09' });
  });
});
