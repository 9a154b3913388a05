import { diffArrays } from 'diff';

/** A piece of two aligned texts: the same in both, or what stands in the place of the other. */
export interface Piece {
  readonly same: boolean;
  readonly own: string;
  readonly other: string;
}

/** Characters that are aligned; of longer texts only these. */
const longest = 3000;
/** Edits beyond which two texts are no copies of one frame. */
const mostEdits = 1600;

/** Aligns two texts character by character with the fewest edits; null where they differ in more than `most`, or in more than 1,600. */
export function align(text: string, other: string, most = mostEdits): Piece[] | null {
  const [own, theirs] = [[...text].slice(0, longest), [...other].slice(0, longest)];
  const changes = diffArrays(own, theirs, { maxEditLength: Math.min(most, mostEdits) });
  if (changes === undefined) return null;
  const pieces: Piece[] = [];
  for (const { value, added, removed } of changes) {
    const run = value.join('');
    const same = !added && !removed;
    const piece = { same, own: added ? '' : run, other: removed ? '' : run };
    const last = pieces.at(-1);
    if (last === undefined || last.same !== same) pieces.push(piece);
    else pieces.splice(-1, 1, { same, own: last.own + piece.own, other: last.other + piece.other });
  }
  return pieces;
}

/** The same pieces, seen from the other text. */
export function mirrored(pieces: readonly Piece[]): Piece[] {
  return pieces.map(({ same, own, other }) => ({ same, own: other, other: own }));
}
