import type { LakeSession } from '@zhiheng/lake';
import {
  align,
  compareTwo,
  type Piece,
  type Slot,
  sharedPassages,
  spanOf,
  type TextField,
  templateOf,
} from '@zhiheng/screening';
import { type Day, type Scope, UserFault } from '@zhiheng/vocabulary';
import type { ComparedField, ComparedTexts } from '../answers-screening-shown.js';
import { clueRules } from '../decisions/screening-rules.js';
import type { Office } from '../office.js';
import { screeningRun } from './run-screening.js';
import { withRun } from './screening-session.js';

export interface TextsAsked {
  readonly a: string;
  readonly b: string;
  readonly run?: string;
}

/** The shortest passage that is told. */
const least = { characters: 8, words: 6 };
/** Texts of which less stays in its place are shown by their passages alone. */
const leastFixed = 0.5;

interface TextRow {
  readonly id: string;
  readonly filed: Day | null;
  readonly title: string | null;
  readonly abstract: string | null;
  readonly claim: string | null;
}

/** The texts of two applications beside each other. Throws `screening-missing`, `not-found` also for one that the scope withholds. */
export async function comparedTexts(
  office: Office,
  { a, b, run: name }: TextsAsked,
  scope: Scope,
): Promise<ComparedTexts> {
  const run = await screeningRun(office, name);
  const [one, other] = await withRun(office, run, scope, async (session) => [
    await textsOf(session, a),
    await textsOf(session, b),
  ]);
  const later = [one.filed, other.filed].reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last), null);
  const asked = templateAsked(office, later);
  const fields = (['title', 'abstract', 'claim'] as const).map((field) =>
    compared(field, one[field], other[field], asked),
  );
  return { run: run.name, release: run.release, a, b, fields };
}

async function textsOf(session: LakeSession, id: string): Promise<TextRow> {
  const [row] = await session.rows<TextRow>(
    `SELECT p.id, p.filed_on AS filed, t.title, t.abstract, t.first_claim AS claim
     FROM patents AS p LEFT JOIN patent_texts AS t ON t.id = p.id WHERE p.id = $1`,
    [id],
  );
  if (row !== undefined) return row;
  throw new UserFault('not-found', { found: id, expected: 'an application of the run', values: { name: id } });
}

/** By what the rule on templates of a filing day tells one; null where there is none for it. */
function templateAsked(office: Office, filed: Day | null) {
  const rule = clueRules(office.definitionsFolder).find(({ detector }) => detector === 'template-slots');
  const { fixed, slots, slot_length: slotLength } = (rule && filed && spanOf(rule, filed)?.thresholds) || {};
  if (fixed === undefined || slots === undefined || slotLength === undefined) return null;
  return { fixed, slots, slotLength };
}

function compared(
  field: TextField,
  a: string | null,
  b: string | null,
  asked: ReturnType<typeof templateAsked>,
): ComparedField {
  const lacking = { jaccard: null, containment: null, passages: [], pieces: null, slots: [] };
  if (!a || !b) return { field, a, b, ...lacking };
  const { jaccard, containment } = compareTwo(field, a, b);
  const slots: readonly Slot[] = (asked && templateOf(a, b, asked)?.own.slots) ?? [];
  return {
    field,
    a,
    b,
    jaccard,
    containment,
    passages: sharedPassages(a, b, least),
    pieces: piecesOf(a, b, slots.length > 0),
    slots,
  };
}

/** Both texts piece by piece; null where most of the longer stands elsewhere or nowhere in the other. */
function piecesOf(a: string, b: string, isTemplate: boolean): Piece[] | null {
  const longer = Math.max([...a].length, [...b].length);
  const pieces = align(a, b, Math.floor(2 * longer * (1 - leastFixed)));
  if (pieces === null) return null;
  // In a template one character between two slots stands there by the frame, not by chance.
  const told = isTemplate ? pieces : withoutChance(pieces);
  const fixed = told.reduce((sum, { same, own }) => (same ? sum + [...own].length : sum), 0);
  const whole =
    told.reduce((sum, { own }) => sum + own.length, 0) === a.length &&
    told.reduce((sum, { other }) => sum + other.length, 0) === b.length;
  return whole && fixed >= leastFixed * longer ? told : null;
}

/** What is the same by chance, one character or a few letters between two differences, goes with these. */
function withoutChance(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const inside = at > 0 && at < pieces.length - 1;
    const same = piece.same && !(inside && isChance(piece.own));
    const last = told.at(-1);
    if (last === undefined || last.same !== same) told.push({ ...piece, same });
    else told.splice(-1, 1, { same, own: last.own + piece.own, other: last.other + piece.other });
  }
  return told;
}

const isChance = (text: string) => [...text].length < (/^[\p{Script=Latin}\s]+$/u.test(text) ? 4 : 2);
