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

/**
 * Aligns two texts character by character with the fewest edits (Myers 1986, “An O(ND) difference algorithm”); null where they differ in
 * more than `most`, or in more than 1,600.
 */
export function align(text: string, other: string, most = mostEdits): Piece[] | null {
  const [own, theirs] = [[...text].slice(0, longest), [...other].slice(0, longest)];
  const trace = editTrace(own, theirs, Math.min(most, mostEdits));
  return trace === null ? null : merged(piecesOf(own, theirs, trace));
}

/** Furthest reach on every diagonal after each number of edits. */
function editTrace(own: readonly string[], theirs: readonly string[], mostOf: number): Int32Array[] | null {
  const most = Math.min(own.length + theirs.length, mostOf);
  const trace: Int32Array[] = [];
  let before = new Int32Array([0, 0, 0]);
  for (let edits = 0; edits <= most; edits += 1) {
    // Diagonal k lies at place k + edits + 1; the one before at k + edits.
    const now = new Int32Array(2 * edits + 3);
    trace.push(now);
    for (let k = -edits; k <= edits; k += 2) {
      const reach = (diagonal: number) => before[diagonal + edits] ?? -1;
      const down = k === -edits || (k !== edits && reach(k - 1) < reach(k + 1));
      let x = edits === 0 ? 0 : down ? reach(k + 1) : reach(k - 1) + 1;
      while (x < own.length && x - k < theirs.length && own[x] === theirs[x - k]) x += 1;
      now[k + edits + 1] = x;
      if (x >= own.length && x - k >= theirs.length) return trace;
    }
    before = now;
  }
  return null;
}

/** Walks the trace back from the ends of both texts. */
function piecesOf(own: readonly string[], theirs: readonly string[], trace: readonly Int32Array[]): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [own.length, theirs.length];
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const before = trace[edits - 1] as Int32Array;
    const k = x - y;
    const reach = (diagonal: number) => before[diagonal + edits] ?? -1;
    const down = k === -edits || (k !== edits && reach(k - 1) < reach(k + 1));
    const fromX = down ? reach(k + 1) : reach(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    const [middleX, middleY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    if (x > middleX) pieces.push(same(own.slice(middleX, x)));
    pieces.push({ same: false, own: own.slice(fromX, middleX).join(''), other: theirs.slice(fromY, middleY).join('') });
    [x, y] = [fromX, fromY];
  }
  if (x > 0) pieces.push(same(own.slice(0, x)));
  return pieces.reverse();
}

function same(run: readonly string[]): Piece {
  const text = run.join('');
  return { same: true, own: text, other: text };
}

/** Neighbours of one sort in one piece. */
function merged(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = [];
  for (const piece of pieces) {
    const last = told.at(-1);
    if (last !== undefined && last.same === piece.same) {
      told[told.length - 1] = { same: last.same, own: last.own + piece.own, other: last.other + piece.other };
    } else told.push(piece);
  }
  return told;
}

/** The same pieces, seen from the other text. */
export function mirrored(pieces: readonly Piece[]): Piece[] {
  return pieces.map(({ same: stays, own, other }) => ({ same: stays, own: other, other: own }));
}
