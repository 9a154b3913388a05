/** Parts of China that have an ST.3 code of their own; figures count them by their GB/T 2260 code. */
const chineseParts: Readonly<Record<string, string>> = { TW: '710000', HK: '810000', MO: '820000' };

/** The area of an ST.3 country code; `XX` when there is none. */
export function countryArea(country: string | null): string {
  return country === null ? 'XX' : (chineseParts[country] ?? country);
}
