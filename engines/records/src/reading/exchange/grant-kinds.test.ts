import { describe, expect, it } from 'vitest';
import { grantSign } from './grant-kinds.js';
import { kindOfRight } from './kind-of-right.js';

const grant = { granted: true, onItsDay: true };
const later = { granted: true, onItsDay: false };
const none = { granted: false, onItsDay: false };

describe('grantSign', () => {
  it.each([
    ['EP', 'A1', '2011-12-28', '2400812', none],
    ['EP', 'B1', '2019-11-27', '2400812', grant],
    ['EP', 'B2', '2010-01-06', '1000000', later],
    ['EP', 'B9', '2010-01-06', '1000000', later],
    ['WO', 'A1', '2022-12-15', '2022259205', none],
    ['US', 'A', '2000-07-25', '6093011', grant],
    ['US', 'A1', '2012-03-08', '2012057518', none],
    ['US', 'B2', '2017-05-09', '9648662', grant],
    ['US', 'B1', '1995-05-09', '5000000', later],
    ['US', 'C1', '2010-05-04', '6000000', later],
    ['US', 'P1', '2004-05-04', '2004088001', none],
    ['US', 'P2', '2004-05-04', '15000', grant],
    ['US', 'S', '2004-05-04', '490001', grant],
    ['CN', 'B', '1990-01-10', '1006789', none],
    ['CN', 'C', '2005-01-12', '1185000', grant],
    ['CN', 'B', '2015-01-14', '102000000', grant],
    ['CN', 'Y', '2005-01-12', '2670000', grant],
    ['CN', 'U', '1990-01-10', '2050000', none],
    ['CN', 'U', '2015-01-14', '204000000', grant],
    ['CN', 'A', '2015-01-14', '104000000', none],
    ['DE', 'B', '1968-01-04', '1258188', none],
    ['DE', 'C1', '1990-01-04', '3900000', grant],
    ['DE', 'B4', '2010-01-07', '102009000001', grant],
    ['DE', 'D1', '2003-03-20', '69905327', none],
    ['DE', 'T2', '2003-11-13', '69905327', none],
    ['JP', 'B2', '1995-02-15', 'H0712345', none],
    ['JP', 'B2', '2010-02-15', '4400000', grant],
    ['KR', 'B1', '1996-02-15', '960001234', none],
    ['KR', 'B1', '2010-02-15', '100940000', grant],
    ['AU', 'B2', '2010-02-15', '2005200000', none],
    ['AT', 'T', '2003-02-15', '232441', none],
    ['NL', 'C2', '2000-05-15', '1010536', grant],
    ['GB', 'B', '2010-02-17', '2400000', grant],
    ['GB', null, '2010-02-17', '2400000', none],
  ])('%s %s of %s', (country, kind, on, number, sign) => {
    expect(grantSign(country, kind, on, number)).toEqual(sign);
  });
});

describe('kindOfRight', () => {
  it.each([
    ['CN', 'U', 'U', 'utility_model'],
    ['CN', 'Y', 'U', 'utility_model'],
    ['CN', 'S', 'F', 'design'],
    ['CN', 'D', 'F', 'design'],
    ['DE', 'D1', 'T', 'invention'],
    ['DE', 'U1', 'U', 'utility_model'],
    ['US', 'S', 'F', 'design'],
    ['US', 'P2', 'A', 'plant'],
    ['US', 'E', 'A', 'other'],
    ['US', 'H', 'A', 'other'],
    ['FR', 'A3', 'A', 'utility_model'],
    ['FR', 'B1', 'A', 'invention'],
    ['TW', 'M', 'U', 'utility_model'],
    ['NL', 'I1', 'A', 'other'],
    ['EP', 'B1', 'A', 'invention'],
  ])('%s %s of an application %s is %s', (country, publication, application, kind) => {
    expect(kindOfRight(country, publication, application)).toBe(kind);
  });
});
