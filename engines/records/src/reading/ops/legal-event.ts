import { type Day, isDay } from '@zhiheng/vocabulary';
import type { EventRow } from '../exchange/patent-statement.js';
import { childrenOf, elementAt, textAt, type XmlElement } from '../uspto/xml-element.js';
import { type LegalWord, legalWord } from './legal-codes.js';

/** Words of a US assignment's text that tell what was conveyed; others (changes of name, corrections) stay `other`. */
const conveyances: readonly (readonly [RegExp, LegalWord])[] = [
  [/^ASSIGNMENT OF ASSIGNOR'?S?'? INTEREST/, 'transfer'],
  [/^(?:PATENT )?SECURITY (?:INTEREST|AGREEMENT)/, 'pledge'],
  [
    /^(?:RELEASE BY SECURED PARTY|RELEASE OF SECURITY INTEREST|TERMINATION (?:AND RELEASE )?OF SECURITY INTEREST)/,
    'pledge_release',
  ],
  [/^LICENSE\b/, 'licence'],
];
/** Events in which the owner that is named takes or gives a right. */
const withParties: ReadonlySet<string> = new Set(['transfer', 'licence', 'pledge', 'pledge_release']);

/**
 * The row of one legal event. Its day is the effective date where one is told, else the day of the gazette; its country
 * the one that a European event refers to (a lapse in one state), else the authority's. Events that only repeat a national
 * code (`REG`) keep that code in words and are `other`, because the national event is told elsewhere too.
 *
 * @param patent id of the application
 */
export function legalEvent(legal: XmlElement, patent: string): EventRow {
  const details = elementAt(legal, 'L500EP');
  const authority = textAt(legal, 'L001EP') ?? '';
  const code = (legal.attributes.code ?? textAt(legal, 'L008EP') ?? '').trim();
  const words = textAt(details, 'L510EP');
  const national = [textAt(details, 'L501EP'), textAt(details, 'L502EP')];
  const event = authority === 'US' && code === 'AS' ? conveyance(words) : legalWord(authority, code);
  const named = event !== null && withParties.has(event);
  return {
    patent,
    event: event ?? 'other',
    event_on: dayIn(textAt(details, 'L525EP')) ?? gazetteDay(legal),
    from_parties: named
      ? (/;ASSIGNORS?:(.*?)(?:;SIGNING DATES?\b.*|;REEL\/FRAME:.*)?$/.exec(words ?? '')?.[1] ?? null)
      : null,
    to_parties: named ? partiesIn(details) : null,
    country: national[0] ?? (authority === '' ? null : authority),
    reference: /REEL\/FRAME:(\d+\/\d+)/.exec(words ?? '')?.[1] ?? null,
    event_as_given: (national[1] === null ? [code] : [code, ...national]).join(' '),
  };
}

/** The day of the gazette that told an event; null where none is given. */
export function gazetteDay(legal: XmlElement): Day | null {
  return dayIn(textAt(legal, 'L007EP'));
}

function conveyance(words: string | null): LegalWord | null {
  return conveyances.find(([form]) => form.test(words ?? ''))?.[1] ?? null;
}

function partiesIn(details: XmlElement | null): string | null {
  const names = childrenOf(details, 'L509EP').map((owner) => textAt(owner));
  return names.filter((name) => name !== null).join('; ') || null;
}

/** `2019-11-20` or `20191120`; null for anything else: dates that were never given are `0001-01-01`. */
function dayIn(text: string | null): Day | null {
  const day = text?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') ?? '';
  return isDay(day) && day >= '1790-01-01' ? day : null;
}
