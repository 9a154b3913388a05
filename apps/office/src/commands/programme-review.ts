import {
  batchName,
  batchToUndo,
  countStates,
  type DecidedField,
  type DecisionWord,
  decidedFields,
  decisionWords,
  type FieldDecision,
  type FieldValue,
  fieldsBeneath,
  type NewDecision,
  readHash,
  withoutNulls,
} from '@zhiheng/programme';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { AcceptAnswer, DecideAnswer, ReviewAnswer } from '../answers-guidelines.js';
import { type AcceptInput, acceptDraft, checkValue } from '../guidelines/accept-draft.js';
import { openDraft, reviewAnswer } from '../guidelines/review-draft.js';
import { keepRoll } from '../guidelines/rolled-drafts.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';
import { verdicts } from './verdicts.js';

export interface DecideInput {
  readonly draft: string;
  /** Left out: every field that waits, which may only be accepted. */
  readonly field?: string;
  readonly decision: DecisionWord;
  /** For a correction: keys that take the place of those that stand; null takes one away. */
  readonly value?: FieldValue;
  /** Of an acceptance: with all that lies beneath the field. What was corrected or rejected there stays as it is. */
  readonly beneath?: boolean;
  readonly note?: string;
  /** How many decisions there were about the field when it was looked at; left out: as many as there are. */
  readonly version?: number;
}

/** A draft beside its source, with what people decided. Throws `not-found`. */
export const programmeReview: Command<{ readonly draft: string }, ReviewAnswer> = async ({ draft }, { office }) =>
  done(await reviewAnswer(office, draft));

/** Accepts, corrects or rejects one field of a draft, or takes the last decision back. What is returned is kept. */
export const programmeDecide: Command<DecideInput, DecideAnswer> = async (input, { office, actor }) => {
  const { draft, decision, note = null } = input;
  if (!decisionWords.includes(decision))
    throw new UserFault('usage', {
      found: decision,
      expected: decisionWords.join(', '),
      values: { what: 'no such decision' },
    });
  const opened = await openDraft(office, draft);
  const decided = await office.reviews.decisions(draft);
  const before = decidedFields(opened.review, decided);
  if (input.field === undefined && decision !== 'accept')
    throw new UserFault('usage', {
      found: decision,
      expected: 'the id of a field',
      values: { what: 'only accepting is done for all' },
    });
  const { fields, batch } = fieldsOf(input, before, decided);
  const decisions = fields.map((field): NewDecision => {
    const value = batch === undefined && fields.length > 1 && decision === 'undo' ? null : valueFor(field, input);
    if (decision === 'correct' && value !== null) checkValue(office, opened, field.id, value);
    const version = field.id === input.field ? (input.version ?? field.version) : field.version;
    return {
      field: field.id,
      decision,
      value,
      read: readHash(opened.review.fields.find(({ id }) => id === field.id) ?? field),
      note,
      version,
      ...(batch !== undefined && { batch }),
    };
  });
  if (decisions.length > 0)
    await office.reviews.decide(draft, decisions, { actor, time: office.clock.now().toISOString() });
  const after = decidedFields(opened.review, await office.reviews.decisions(draft));
  const changed = after.filter((field, index) => !same(field, before[index]));
  return done({ draft, changed, counts: countStates(after) });
};

/** Puts a draft in force as a programme. */
export const programmeAccept: Command<AcceptInput, AcceptAnswer> = async (input, context) =>
  done(await acceptDraft(input, context));

/** Makes of a programme in force the draft of the year after it, to be gone through like any other. */
export const programmeRoll: Command<{ readonly programme: string }, ReviewAnswer> = async ({ programme }, context) => {
  const { office, actor } = context;
  const { id, year, file, text } = currentReference(office).programme(programme);
  const { json } = await verdicts({ programme: id }, context);
  const reached = json.filter(({ verdict, limit, part }) => verdict === 'met' && limit !== null && part === null);
  const draft = await keepRoll(office, actor, {
    ...{ kept: 'zhiheng-roll/1', of: id, year: year + 1, file, text },
    reached: reached.map(({ target }) => target).sort(),
  });
  return done(await reviewAnswer(office, draft));
};

/** What can be accepted with the rest: it waits, and there is something to accept, or nothing is needed. */
const mayBeAccepted = ({ state, value, marks }: DecidedField) =>
  state === 'waiting' && (value !== null || !marks.includes('lacking'));

/** The fields that a decision is about: all that wait, one, one with what waits beneath it, or those that were accepted with it. */
function fieldsOf(
  { field: id, decision, beneath = false }: DecideInput,
  before: readonly DecidedField[],
  decided: readonly FieldDecision[],
): { readonly fields: readonly DecidedField[]; readonly batch?: string } {
  if (id === undefined) return { fields: before.filter(mayBeAccepted) };
  const field = fieldNamed(before, id);
  if (decision === 'undo') {
    const whole = new Set(batchToUndo(decided, id));
    return { fields: whole.size === 0 ? [field] : before.filter((one) => whole.has(one.id)) };
  }
  if (!beneath) return { fields: [field] };
  if (decision !== 'accept')
    throw new UserFault('usage', {
      found: decision,
      expected: 'accept',
      values: { what: 'only accepting is done with all beneath a field' },
    });
  const under = new Set(fieldsBeneath(before, id).map((one) => one.id));
  const fields = before.filter((one) => under.has(one.id) && mayBeAccepted(one));
  if (fields.length > 0) return { fields, batch: batchName(id, decided) };
  throw new UserFault('act-refused', { found: id, values: { what: 'nothing waits in it or beneath it' } });
}

function fieldNamed(fields: readonly DecidedField[], id: string): DecidedField {
  const found = fields.find((field) => field.id === id);
  if (found !== undefined) return found;
  const ids = fields.map((field) => field.id);
  const near = nearestWord(id, ids);
  throw new UserFault('not-found', {
    found: id,
    expected: 'a field of `zhiheng programme review`',
    values: { name: id },
    ...(near === null ? {} : { didYouMean: near }),
  });
}

function valueFor(field: DecidedField, { decision, value }: DecideInput): FieldValue | null {
  if (decision === 'reject') return null;
  if (decision === 'undo') {
    if (field.version > 0 && field.state !== 'waiting') return null;
    throw new UserFault('act-refused', { found: field.id, values: { what: 'nothing was decided about this field' } });
  }
  if (decision === 'correct') {
    if (value === undefined)
      throw new UserFault('usage', {
        found: field.id,
        expected: 'a value',
        values: { what: 'a correction says what is right' },
      });
    return withoutNulls({ ...(field.value ?? field.read ?? {}), ...value });
  }
  if (field.read === null && field.marks.includes('lacking')) {
    throw new UserFault('field-lacking', {
      place: { field: field.id },
      expected: `a correction of ${field.id}`,
      values: { field: field.id },
    });
  }
  return field.read;
}

function same(a: DecidedField, b: DecidedField | undefined): boolean {
  if (b === undefined || a.state !== b.state || a.version !== b.version) return false;
  return canonicalText(a.value) === canonicalText(b.value);
}
