/** Ways in which lines of official texts are numbered, the outermost first. */
export const numberings = [
  { style: 'chapter', pattern: /^第[一二三四五六七八九十百零\d]{1,4}(?:章|编|部分)\s*/u },
  { style: 'numeral', pattern: /^[一二三四五六七八九十]{1,3}(?:、|\.|\s)\s*/u },
  { style: 'bracketed-numeral', pattern: /^\([一二三四五六七八九十]{1,3}\)\s*/u },
  { style: 'article', pattern: /^第[一二三四五六七八九十百零\d]{1,4}条\s*/u },
  { style: 'digit', pattern: /^\d{1,2}(?:\.(?!\d)|、)\s*/u },
  { style: 'bracketed-digit', pattern: /^(?:\(\d{1,2}\)|\d{1,2}\))\s*/u },
] as const;

export type NumberingStyle = (typeof numberings)[number]['style'];

/** A line's number, and how much of the line it takes. */
export interface LineNumber {
  readonly style: NumberingStyle;
  readonly number: string;
  readonly length: number;
}

/** The number that a folded line begins with; null where it has none. */
export function numberOf(text: string): LineNumber | null {
  for (const { style, pattern } of numberings) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { style, number: found.replace(/[\s、]+$/u, ''), length: found.length };
  }
  return null;
}

const bullet = /^(?:—{1,2}|-{1,2}|[•·●○■◆])\s*/u;

/** How much of a folded line a dash or dot takes that begins it. */
export function bulletOf(text: string): number {
  return bullet.exec(text)?.[0].length ?? 0;
}

/** The style of the items and that of the sections around them, in a text that numbers its lines in these styles. */
export function layoutOf(styles: ReadonlySet<NumberingStyle>): {
  section: NumberingStyle | null;
  item: NumberingStyle | null;
} {
  const used = numberings.map(({ style }) => style).filter((style) => styles.has(style));
  const [first = null, second = null] = used;
  if (first === 'chapter' || (first === 'numeral' && second !== null)) return { section: first, item: second };
  return { section: null, item: first };
}
