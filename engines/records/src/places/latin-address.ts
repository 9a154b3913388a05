import type { AreaEvidence, AreaWord } from './area-reading.js';
import type { PlaceLine } from './place-names.js';
import { postcodeZones, usStates } from './us-states.js';

export interface FoundWords {
  readonly area: string;
  readonly candidates?: readonly string[];
  readonly evidence: readonly AreaEvidence[];
}

/** Digits of a postcode or the last letter of the country. */
const latinEnd = /(?:\d{4}|[as])[\s.)]*$/i;
const stateNames = new Map(Object.entries(usStates).map(([code, name]) => [name.toLowerCase(), code]));
const states = Object.values(usStates)
  .map((name) => name.replaceAll(' ', '\\s+'))
  .sort((a, b) => b.length - a.length);
const country = '(?:U\\.?S\\.?(?:A\\.?)?|United\\s+States(?:\\s+of\\s+America)?)';
/** Behind the state stands a postcode of five digits, the country, or both, and then nothing. */
const tail = `(?:[\\s,.]+\\d{5}(?:-\\d{4})?(?:[\\s,.(]+${country})?|[\\s,.(]+${country})[\\s.)]*$`;
const byName = new RegExp(`\\b(${states.join('|')})(?=${tail})`, 'i');
const byCode = new RegExp(`\\b([A-Za-z]{2})(?=${tail})`, 'i');

/** Reads addresses in Latin letters: states of the US at the end, English names of provinces as whole words. */
export class LatinAddress {
  readonly #english: ReadonlyMap<string, string>;
  readonly #englishNames: RegExp;

  constructor(provinces: readonly PlaceLine[]) {
    this.#english = new Map(provinces.map(({ code, english }) => [english.toLowerCase(), code]));
    const words = provinces.map(({ english }) => english.replaceAll(' ', '\\s+')).sort((a, b) => b.length - a.length);
    this.#englishNames = new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi');
  }

  find(text: string): FoundWords {
    return stateOf(text) ?? this.#province(text);
  }

  #province(text: string): FoundWords {
    const evidence = [...text.matchAll(this.#englishNames)].map((match): AreaEvidence => {
      const code = this.#english.get(match[0].toLowerCase().replaceAll(/\s+/g, ' ')) ?? 'XX';
      return told(match[0], match.index, code, 'province', 'contained');
    });
    const codes = [...new Set(evidence.map(({ code }) => code))];
    const [only, other] = codes;
    if (only === undefined) return { area: 'XX', evidence };
    return other === undefined ? { area: only, evidence } : { area: 'XX', candidates: codes, evidence };
  }
}

function stateOf(text: string): FoundWords | null {
  if (!latinEnd.test(text)) return null;
  const name = byName.exec(text);
  const code = name === null ? byCode.exec(text) : null;
  const [found, state] =
    name === null
      ? [code, code?.[1]?.toUpperCase()]
      : [name, stateNames.get(name[0].toLowerCase().replaceAll(/\s+/g, ' '))];
  if (found === null || state === undefined || usStates[state] === undefined) return null;
  if (name === null && found[0] !== state) return null;
  const postcode = /^[\s,.]+(\d)\d{4}/.exec(text.slice(found.index + found[0].length))?.[1];
  if (postcode !== undefined && !postcodeZones[Number(postcode)]?.includes(state)) return null;
  const area = `US-${state}`;
  return { area, evidence: [told(found[0], found.index, area, 'state', name === null ? 'abbreviated' : 'exact')] };
}

function told(text: string, start: number, code: string, level: AreaEvidence['level'], word: AreaWord): AreaEvidence {
  return { start, end: start + text.length, text, code, level, word };
}
