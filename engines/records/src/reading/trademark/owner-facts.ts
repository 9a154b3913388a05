import { textAt, type XmlElement } from '../uspto/xml-element.js';

/**
 * The stage at which a party owned a mark. The USPTO numbers its parties 10 (first applicant) to 49: 20 owned the mark
 * when it was published, 30 when it was registered, those behind each came later. Other numbers only count the parties.
 */
export function stageOf(office: string | null, given: string | null): number | null {
  return office === 'US' && given !== null && /^[1-4]\d$/.test(given) ? Number(given) : null;
}

/** `Last, First Middle`. */
export function personName(name: XmlElement | null): string | null {
  const given = ['FirstName', 'MiddleName'].map((part) => textAt(name, part)).filter((part) => part !== null);
  const parts = [textAt(name, 'LastName') ?? '', given.join(' ')].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
