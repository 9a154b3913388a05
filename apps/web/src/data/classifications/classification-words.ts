import type { ClassificationRow } from '@zhiheng/office';
import type { Words } from '../../words/words.js';

/** Message ids of what concordance tables say. */
const originWords = {
  slot: 'classifications.origin.slot',
  own: 'classifications.origin.own',
  software: 'classifications.origin.software',
} as const;

/** Whose rows are in force. */
export function originWord({ status, own }: Pick<ClassificationRow, 'status' | 'own'>): string {
  return originWords[status === 'slot' ? 'slot' : own ? 'own' : 'software'];
}

/** What the text of a table leaves open, and how it is settled. */
export const settingWords = {
  partial: { 'left-out': 'classifications.partial.left-out', counts: 'classifications.partial.counts' },
  exclude: { symbols: 'classifications.exclude.symbols', records: 'classifications.exclude.records' },
  positions: { all: 'classifications.positions.all', first: 'classifications.positions.first' },
  keywords: { any: 'classifications.keywords.any', all: 'classifications.keywords.all' },
  editions: { carried: 'classifications.editions.carried', 'as-written': 'classifications.editions.as-written' },
} as const;

export const modeWords = {
  include: 'classifications.mode.include',
  exclude: 'classifications.mode.exclude',
  partial: 'classifications.mode.partial',
} as const;

interface ListedLine {
  readonly code: string;
  readonly name: string;
  /** Null: the code has no rules of its own. */
  readonly patterns: number | null;
}

/** Codes in their order, each group before what lies below it; a table that comes with the software names its groups in the reader's language. */
export function withGroups(
  { codes, groups, own }: Pick<ClassificationRow, 'codes' | 'groups' | 'own'>,
  words: Pick<Words, 'own'>,
): readonly ListedLine[] {
  const named = (code: string) => {
    const names = groups[code];
    return names === undefined ? undefined : words.own(names);
  };
  const begun = new Set(codes.map(({ code }) => code));
  return codes.flatMap(({ code, name, patterns }) => {
    const parts = code.split('.');
    const above = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('.'));
    const opened = above.filter((one) => groups[one] !== undefined && !begun.has(one));
    for (const one of opened) begun.add(one);
    const told = own ? name : (named(code) ?? name);
    return [
      ...opened.map((one) => ({ code: one, name: named(one) ?? '', patterns: null })),
      { code, name: told, patterns },
    ];
  });
}
