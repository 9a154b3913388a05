import { countryArea } from '../country-area.js';
import type { RecordHolder } from '../record.js';
import { childrenOf, elementAt, textAt, type XmlElement } from '../uspto/xml-element.js';

/** Forms of a name, the best first: the EPO's standard names are the same on every document of a holder. */
const forms = ['docdb', 'epodoc', 'docdba', 'original'];

/** The applicants as holders; where files give their names in several forms, those of the best form. */
export function applicantsOf(bibliography: XmlElement): RecordHolder[] {
  const applicants = childrenOf(elementAt(bibliography, 'parties', 'applicants'), 'applicant');
  const ofForm = (form: string) => applicants.filter((one) => one.attributes['data-format'] === form);
  const best = forms.map(ofForm).find((list) => list.length > 0) ?? applicants;
  return best.flatMap(holderOf);
}

/** Answers write the country behind the name: `9SOLUTIONS OY [FI]`. */
function holderOf(applicant: XmlElement): RecordHolder[] {
  const given = textAt(applicant, 'applicant-name', 'name');
  const [, bare, code] = /^(.*?)\s*\[([A-Z]{2})\]$/.exec(given ?? '') ?? [];
  const name = (bare ?? given ?? '').replace(/[,;\s]+$/, '');
  if (name === '') return [];
  const stated = textAt(applicant, 'residence', 'country') ?? code ?? null;
  const country = stated !== null && /^[A-Z]{2}$/.test(stated) ? stated : null;
  const address = textAt(applicant, 'address');
  return [{ name, country, address, area: countryArea(country), fromOn: null, toOn: null }];
}
