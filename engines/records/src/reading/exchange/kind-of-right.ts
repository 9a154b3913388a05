import type { Kind } from '@zhiheng/vocabulary';

/** First letters of publication kinds that tell another right than an invention, whatever the office. */
const kindOfLetter: Readonly<Record<string, Kind>> = {
  U: 'utility_model',
  Y: 'utility_model',
  S: 'design',
  I: 'other',
};
/**
 * Offices whose letters mean something of their own; a longer code wins. US: plants, reissues, statutory registrations.
 * CN: designs were `D` from 1993 to 2010. FR: utility certificates. AU: innovation patents, examined or not. Provisional.
 */
const kindOfOffice: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  US: { P: 'plant', E: 'other', H: 'other' },
  CN: { D: 'design' },
  FR: { A3: 'utility_model', A7: 'utility_model', B3: 'utility_model' },
  AU: { A4: 'utility_model', B4: 'utility_model' },
};
const kindOfApplication: Readonly<Record<string, Kind>> = { U: 'utility_model', F: 'design' };

/**
 * The kind of right from a publication kind (ST.16 as the office uses it), else from the kind of the application (`U`
 * utility model, `F` design), else an invention.
 */
export function kindOfRight(country: string, publication: string | null, application: string | null): Kind {
  const code = publication?.toUpperCase() ?? '';
  const own = kindOfOffice[country];
  const told = own?.[code] ?? own?.[code.charAt(0)] ?? kindOfLetter[code.charAt(0)];
  return told ?? kindOfApplication[application?.charAt(0).toUpperCase() ?? ''] ?? 'invention';
}
