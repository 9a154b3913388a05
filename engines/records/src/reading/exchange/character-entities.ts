/** Combining marks by the ending that the ISO entity sets give to an accented letter. */
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  breve: '\u0306',
  caron: '\u030c',
  cedil: '\u0327',
  circ: '\u0302',
  dblac: '\u030b',
  dot: '\u0307',
  grave: '\u0300',
  macr: '\u0304',
  ogon: '\u0328',
  ring: '\u030a',
  tilde: '\u0303',
  uml: '\u0308',
};

const signs: Readonly<Record<string, string>> = {
  ...{ AElig: 'Æ', aelig: 'æ', OElig: 'Œ', oelig: 'œ', Oslash: 'Ø', oslash: 'ø', szlig: 'ß', inodot: 'ı' },
  ...{ Dstrok: 'Đ', dstrok: 'đ', Hstrok: 'Ħ', hstrok: 'ħ', Lstrok: 'Ł', lstrok: 'ł', Tstrok: 'Ŧ', tstrok: 'ŧ' },
  ...{ ETH: 'Ð', eth: 'ð', THORN: 'Þ', thorn: 'þ', nbsp: '\u00a0', shy: '', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
  ...{ deg: '°', plusmn: '±', times: '×', divide: '÷', middot: '·', bull: '•', micro: 'µ', prime: '′', Prime: '″' },
  ...{ le: '≤', ge: '≥', ne: '≠', asymp: '≈', sim: '∼', infin: '∞', minus: '−', equiv: '≡', rarr: '→', larr: '←' },
  ...{ sup1: '¹', sup2: '²', sup3: '³', frac12: '½', frac14: '¼', frac34: '¾', sect: '§', para: '¶', euro: '€' },
  ...{ copy: '©', reg: '®', trade: '™', pound: '£', yen: '¥', cent: '¢', permil: '‰', angst: 'Å', ohm: 'Ω' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι' },
  ...{ kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ' },
  ...{ phi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π' },
  ...{ Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω' },
};

/**
 * The characters that exchange files name by entities: their DTD, which is never fetched, declares the ISO sets of
 * accented letters and signs. Each name stands for at most one character, so that nothing can grow.
 */
export const characterEntities: Readonly<Record<string, string>> = { ...signs, ...accentedLetters() };

/** `ccaron` → č; the same names all in capitals too (`SACUTE` → Ś), as some files write them. */
function accentedLetters(): Record<string, string> {
  const letters: Record<string, string> = {};
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
    for (const [ending, mark] of Object.entries(marks)) {
      const character = `${letter}${mark}`.normalize('NFC');
      if (character.length > 1) continue;
      letters[`${letter}${ending}`] = character;
      if (letter < 'a') letters[`${letter}${ending.toUpperCase()}`] = character;
    }
  }
  return letters;
}
