import type { ClassificationRow } from '@zhiheng/office';

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
} as const;

export const modeWords = {
  include: 'classifications.mode.include',
  exclude: 'classifications.mode.exclude',
  partial: 'classifications.mode.partial',
} as const;
