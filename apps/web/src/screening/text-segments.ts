import type { ComparedField } from '@zhiheng/office';

/** A part of one of two texts. */
export interface TextSegment {
  readonly text: string;
  /** shared: the same in both; exchanged: another stands in its place in the other; own: nothing there is like it. */
  readonly kind: 'shared' | 'exchanged' | 'own';
  /** The same for what belongs together in both texts; null of what is its own. */
  readonly number: number | null;
  /** Where it begins, which tells it apart. */
  readonly at: number;
}

/** Both texts in parts: as they were aligned, else by the passages that they share wherever these stand. */
export function textSegments({ a, b, pieces, passages }: ComparedField): {
  readonly a: readonly TextSegment[];
  readonly b: readonly TextSegment[];
} {
  if (pieces !== null) return { a: aligned(pieces, 'own'), b: aligned(pieces, 'other') };
  const numbered = passages.map((passage, index) => ({ ...passage, number: index + 1 }));
  return {
    a: withPassages(
      a ?? '',
      numbered.map(({ a: span, number }) => ({ ...span, number })),
    ),
    b: withPassages(
      b ?? '',
      numbered.map(({ b: span, number }) => ({ ...span, number })),
    ),
  };
}

function aligned(pieces: NonNullable<ComparedField['pieces']>, side: 'own' | 'other'): TextSegment[] {
  const counts = { shared: 0, exchanged: 0, own: 0 };
  let at = 0;
  return pieces.flatMap((piece) => {
    const kind = piece.same ? 'shared' : piece.own !== '' && piece.other !== '' ? 'exchanged' : 'own';
    counts[kind] += 1;
    const text = piece[side];
    const segment = { text, kind, number: kind === 'own' ? null : counts[kind], at } as const;
    at += text.length;
    return text === '' ? [] : [segment];
  });
}

interface NumberedSpan {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** Passages may overlap in the second text: what was marked by an earlier one stays with it. */
function withPassages(text: string, spans: readonly NumberedSpan[]): TextSegment[] {
  const segments: TextSegment[] = [];
  let at = 0;
  for (const { from, to, number } of [...spans].sort((one, other) => one.from - other.from)) {
    const start = Math.max(from, at);
    if (to <= start) continue;
    if (start > at) segments.push({ text: text.slice(at, start), kind: 'own', number: null, at });
    segments.push({ text: text.slice(start, to), kind: 'shared', number, at: start });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), kind: 'own', number: null, at });
  return segments;
}

export interface Exchange {
  readonly own: string;
  readonly other: string;
  readonly times: number;
}

/** What stands in the place of what, the most often first: slots of a template, else what the alignment tells. */
export function exchanges({ slots, pieces }: Pick<ComparedField, 'slots' | 'pieces'>): readonly Exchange[] {
  if (slots.length > 0) return slots;
  const by = new Map<string, Exchange>();
  for (const { same, own, other } of pieces ?? []) {
    if (same || own === '' || other === '') continue;
    const key = `${own}\n${other}`;
    by.set(key, { own, other, times: (by.get(key)?.times ?? 0) + 1 });
  }
  return [...by.values()].sort((one, two) => two.times - one.times);
}
