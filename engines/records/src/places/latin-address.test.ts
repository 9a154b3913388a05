import { describe, expect, it } from 'vitest';
import { places } from '../../test/sources.js';

describe('addresses in the US', () => {
  it.each([
    ['500 Oracle Parkway, Redwood Shores, California 94065, United States', 'US-CA', 'exact'],
    ['NEW YORK, NY 10020-1105', 'US-NY', 'abbreviated'],
    ['106 E. 6th Street, Suite 900, Austin, TX 78701', 'US-TX', 'abbreviated'],
    ['San Jose, CA, US', 'US-CA', 'abbreviated'],
    ['Morgantown, West Virginia 26505 USA', 'US-WV', 'exact'],
    ['Washington, DC 20001', 'US-DC', 'abbreviated'],
    ['Hainan Rd 1, San Jose, CA 95110', 'US-CA', 'abbreviated'],
  ])('%s', (address, area, word) => {
    expect(places.explain(address)).toMatchObject({ area, word });
  });

  it.each([
    ['Tbilisi, Georgia', 'the country'],
    ['Wilmington, DE', 'no postcode and no country'],
    ['Milano, MI 20121', 'a postcode of another state'],
    ['12 rue de la Paix, 75002 Paris, France', 'another country'],
    ['1 Road, Shenzhen, CN 51805', 'no state'],
    ['12 allée de 94065', 'a word in small letters'],
  ])('%s is none: %s', (address) => {
    expect(places.read(address)).toEqual({ area: 'XX' });
  });
});
