import { countryArea } from '../country-area.js';

const stateNames = `AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;
DC District of Columbia;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;
LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;
NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;
OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;
VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;PR Puerto Rico;GU Guam;
VI Virgin Islands;AS American Samoa;MP Northern Mariana Islands`;

const codeOf = new Map(
  stateNames.split(/;\s*/).flatMap((entry): [string, string][] => {
    const code = entry.slice(0, 2);
    return [
      [code, code],
      [entry.slice(3).toUpperCase(), code],
    ];
  }),
);

/** The area of an address: `US-CA` for `CA` or `CALIFORNIA` in the United States, else that of the ST.3 country code. */
export function stateArea(country: string | null, region: string | null): string {
  const code = codeOf.get((region ?? '').toUpperCase());
  return country === 'US' && code !== undefined ? `US-${code}` : countryArea(country);
}
