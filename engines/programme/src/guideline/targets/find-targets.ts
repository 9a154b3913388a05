import type { Day } from '@zhiheng/vocabulary';
import type { GuidelineTarget, NamedOwner } from '../guideline.js';
import type { SourceText } from '../text/source-text.js';
import type { TracedText } from '../text/traced-text.js';
import { type ClauseTarget, readClause } from './read-clause.js';
import { readDue } from './read-due.js';

/** A piece of text that may hold targets, with what is known from around it. */
export interface TargetText {
  readonly text: TracedText;
  /** The term of what stands around; a term of the sentence itself comes first. */
  readonly due: Day | null;
  readonly owners: readonly NamedOwner[];
}

/** Reads the targets of a piece, clause by clause. `year` is that of terms without one. */
export function findTargets(piece: TargetText, year: number | null, source: SourceText): GuidelineTarget[] {
  let due = piece.due;
  const found: GuidelineTarget[] = [];
  for (const clause of clausesOf(piece.text)) {
    due = readDue(clause.text, year) ?? due;
    for (const target of readClause(clause.text)) {
      found.push(placedTarget(target, { clause, due, owners: piece.owners }, source));
    }
  }
  return found;
}

interface Place {
  readonly clause: TracedText;
  readonly due: Day | null;
  readonly owners: readonly NamedOwner[];
}

/** A target as its clause says it, with where it stands. */
export function placedTarget(target: ClauseTarget, place: Place, source: SourceText): GuidelineTarget {
  const { clause, due } = place;
  const owners = place.owners.filter(({ supporting }) => !supporting);
  return {
    kind: target.kind,
    subject: target.subject,
    limit: target.quantity?.value ?? null,
    unit: target.quantity?.unit ?? null,
    direction: target.direction,
    due,
    owners: owners.map(({ name }) => name),
    ownerIds: owners.map(({ id }) => id),
    text: source(clause),
    span: clause.span(0, clause.length),
    approximate: target.approximate,
  };
}

const between = /[^,。;!?]+/gu;

/** The clauses of a text; a comma inside a number does not end one. */
function clausesOf(text: TracedText): TracedText[] {
  const held = text.text.replace(/(?<=\d),(?=\d{3})/gu, '\u0001');
  return [...held.matchAll(between)]
    .map((match) => text.slice(match.index, match.index + match[0].length).trimmed())
    .filter(({ length }) => length > 3);
}
