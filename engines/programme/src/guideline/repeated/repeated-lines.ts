import type { TracedText } from '../text/traced-text.js';

/** Lines that say again what earlier lines said: first and last line of both, and which line repeats which. */
export interface RepeatedLines {
  readonly lines: readonly [number, number];
  readonly of: readonly [number, number];
  readonly pairs: readonly { readonly copy: TracedText; readonly original: TracedText }[];
}

const fewestLines = 3;
const fewestCharacters = 200;
/** Share of a line's characters that stand in pieces which the other line has too. */
const alike = 0.8;

/** Finds bodies that stand twice: at least three lines and 200 characters that repeat earlier ones in the same order, almost to the letter. */
export function findRepeatedLines(lines: readonly TracedText[]): RepeatedLines[] {
  const written = lines.filter(({ text }) => text.trim() !== '');
  const index = indexPieces(written);
  const found: RepeatedLines[] = [];
  for (let copy = 0; copy < written.length; copy += 1) {
    const run = originalsOf(written, index, copy)
      .map((original) => runFrom(written, original, copy))
      .toSorted((a, b) => b.length - a.length)[0];
    if (run === undefined || !isBody(run)) continue;
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    found.push({
      lines: [first.copy.line, last.copy.line],
      of: [first.original.line, last.original.line],
      pairs: run,
    });
    copy += run.length - 1;
  }
  return found;
}

type Pair = RepeatedLines['pairs'][number];

function isBody(run: readonly Pair[]): boolean {
  const characters = run.reduce((sum, { copy }) => sum + copy.length, 0);
  return run.length >= fewestLines && characters >= fewestCharacters;
}

/** The pairs of lines from a place on as long as they are alike; a copy never runs into itself. */
function runFrom(lines: readonly TracedText[], original: number, copy: number): Pair[] {
  const pairs: Pair[] = [];
  for (let step = 0; original + step < copy; step += 1) {
    const [first, second] = [lines[original + step], lines[copy + step]];
    if (first === undefined || second === undefined || !isAlike(first.text, second.text)) break;
    pairs.push({ copy: second, original: first });
  }
  return pairs;
}

function indexPieces(lines: readonly TracedText[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, { text }] of lines.entries()) {
    for (const piece of new Set(piecesOf(text))) {
      const places = index.get(piece);
      if (places === undefined) index.set(piece, [at]);
      else places.push(at);
    }
  }
  return index;
}

/** Earlier lines that share a piece with a line; a piece that many lines share tells nothing. */
function originalsOf(lines: readonly TracedText[], index: ReadonlyMap<string, number[]>, copy: number): number[] {
  const earlier = new Set<number>();
  for (const piece of piecesOf(lines[copy]?.text ?? '')) {
    const places = index.get(piece) ?? [];
    if (places.length <= 8) for (const at of places) if (at < copy) earlier.add(at);
  }
  return [...earlier];
}

function isAlike(first: string, second: string): boolean {
  if (first === second) return true;
  const ofFirst = new Set(piecesOf(first));
  const shared = piecesOf(second).filter((piece) => ofFirst.has(piece));
  const characters = shared.reduce((sum, piece) => sum + piece.length, 0);
  return characters >= alike * Math.max(lettersOf(first), lettersOf(second));
}

const piecesOf = (text: string): string[] => text.split(/[\s,。;:、()]+/u).filter((piece) => piece.length > 1);

function lettersOf(text: string): number {
  return piecesOf(text).reduce((sum, piece) => sum + piece.length, 0);
}
