import { canonicalHash, canonicalText } from '@zhiheng/vocabulary/canonical';
import type { FieldValue, ReviewDraft, ReviewField } from './field.js';
import { textWithout } from './noise-left-out.js';

export const decisionWords = ['accept', 'correct', 'reject', 'undo'] as const;
export type DecisionWord = (typeof decisionWords)[number];

/** What a person decided about a field. */
export interface FieldDecision {
  readonly field: string;
  /** Counts the decisions about the field, from 1. */
  readonly version: number;
  readonly decision: DecisionWord;
  /** What was accepted or set; null for the others. */
  readonly value: FieldValue | null;
  /** Hash of what the reader had found. */
  readonly read: string;
  readonly note: string | null;
  /** Of an acceptance of several fields at once: see `batchName`; null for one of a field alone. */
  readonly batch: string | null;
  readonly person: string;
  readonly time: string;
}

export type FieldState = 'waiting' | 'accepted' | 'corrected' | 'rejected';

/** A field as people left it. */
export interface DecidedField extends ReviewField {
  readonly state: FieldState;
  /** What enters the programme, as it stands: corrected, accepted, or what would be accepted; null where rejected or nothing was read. */
  readonly value: FieldValue | null;
  /** Number of decisions so far; whoever decides names the one that was looked at. */
  readonly version: number;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** Hash of what was read, so that a decision about another reading does not count. */
export const readHash = (field: ReviewField): string => canonicalHash(field.read);

/**
 * The fields of a draft with what people decided, an undone decision giving way to the one before it. What was accepted waits again when
 * it reads otherwise now, because somebody decided otherwise about characters in it.
 */
export function decidedFields(draft: ReviewDraft, decisions: readonly FieldDecision[]): DecidedField[] {
  const byField = new Map<string, FieldDecision[]>();
  for (const one of decisions) byField.set(one.field, [...(byField.get(one.field) ?? []), one]);
  const standing = (field: ReviewField) => standingDecision(byField.get(field.id) ?? [], readHash(field));
  const left = textWithout(draft, (field) => {
    const { decision = null, value = null } = standing(field) ?? {};
    return decision === 'reject' ? null : decision === 'correct' ? value : field.read;
  });
  return draft.fields.map((field) => {
    const version = byField.get(field.id)?.at(-1)?.version ?? 0;
    const read = left(field);
    const found = standing(field);
    const waits = found === null || (found.decision === 'accept' && canonicalText(found.value) !== canonicalText(read));
    if (waits) return { ...field, read, state: 'waiting', value: read, version, note: null, by: null, at: null };
    const { note, person: by, time: at } = found;
    const state = states[found.decision];
    return { ...field, read, state, value: state === 'rejected' ? null : found.value, version, note, by, at };
  });
}

const states = { accept: 'accepted', correct: 'corrected', reject: 'rejected' } as const;

type Standing = FieldDecision & { readonly decision: keyof typeof states };

/** The decision that holds: each `undo` takes the one before it back. */
function standingDecision(decisions: readonly FieldDecision[], read: string): Standing | null {
  const held: Standing[] = [];
  for (const one of decisions) {
    if (one.decision === 'undo') held.pop();
    else held.push(one as Standing);
  }
  const last = held.at(-1) ?? null;
  return last?.read === read ? last : null;
}

/** How many fields are in which state. */
export function countStates(fields: readonly DecidedField[]): Readonly<Record<FieldState, number>> {
  const counts = { waiting: 0, accepted: 0, corrected: 0, rejected: 0 };
  for (const { state } of fields) counts[state] += 1;
  return counts;
}
