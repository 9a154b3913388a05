/** Words of kinds of marks, folded. Other words stay, in lower case with underscores. */
const kinds: Readonly<Record<string, string>> = {
  trade_mark: 'trademark',
  individual: 'trademark',
  individual_mark: 'trademark',
  service: 'service_mark',
  collective_mark: 'collective',
  collective_trademark: 'collective',
  collective_service_mark: 'collective',
  collective_membership_mark: 'collective',
  certification_mark: 'certification',
  guarantee: 'certification',
  guarantee_mark: 'certification',
  defensive_mark: 'defensive',
};

/** How the USPTO codes the drawing of a mark. */
const drawings: Readonly<Record<string, string>> = {
  '1': 'word',
  '2': 'figurative',
  '3': 'combined',
  '4': 'word',
  '5': 'stylized',
  '6': 'not_drawn',
};

/** The kind of a mark; where the source names several, all of them: `Trademark, Service Mark` → `trademark,service_mark`. */
export function markKind(given: string | null): string | null {
  if (given === null) return null;
  const words = given.split(',').map(folded);
  const named = words.filter((word) => word !== '').map((word) => kinds[word] ?? word);
  return named.length === 0 ? null : [...new Set(named)].join(',');
}

/** `word`, `stylized`, `figurative`, `combined`, `not_drawn`, or the source's own word, folded. */
export function markFeature(office: string, code: string | null, given: string | null): string | null {
  const drawing = office === 'US' && code !== null ? drawings[code.charAt(0)] : undefined;
  if (drawing !== undefined) return drawing;
  if (given === null) return null;
  const text = given.toLowerCase();
  if (/^(?:typeset|standard character|word)/.test(text)) return 'word';
  if (/^(?:stylized|stylised)|in stylized form/.test(text)) return 'stylized';
  if (/^(?:figurative|an illustration drawing without)/.test(text)) return 'figurative';
  if (/^(?:combined|an illustration drawing (?:which|with))/.test(text)) return 'combined';
  return folded(given) || null;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');
}
