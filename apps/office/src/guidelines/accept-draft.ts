import {
  type Correction,
  checkFieldValue,
  composeProgramme,
  countStates,
  type DecidedField,
  decidedFields,
  type EnteringField,
  idTaken,
  type NewDecision,
  readCorrections,
  readHash,
  readProgramme,
} from '@zhiheng/programme';
import { isUnit, type UnitId, UserFault, units } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { AcceptAnswer } from '../answers-guidelines.js';
import type { CommandContext } from '../commands/command.js';
import type { Office } from '../office.js';
import { organisationsOf } from '../people/organisations-of.js';
import { currentReference } from '../reference.js';
import type { AcceptedProgrammeObject } from './programmes-in-force.js';
import { type OpenedDraft, openDraft, standingValue } from './review-draft.js';

export interface AcceptInput {
  readonly draft: string;
  /** Id of the programme; left out: its year, with a number where that is taken. */
  readonly id?: string;
  /** Accepts what waits as it was read. */
  readonly rest?: boolean;
  readonly corrections?: { readonly path: string; readonly text: string };
}

/** Puts a draft in force: by the decisions that stand, the corrections given, and, where asked for, the rest as it was read. */
export async function acceptDraft(input: AcceptInput, { office, actor }: CommandContext): Promise<AcceptAnswer> {
  const { draft, corrections, rest = false } = input;
  const opened = await openDraft(office, draft);
  const decisions = await office.reviews.decisions(draft);
  const before = decidedFields(opened.review, decisions);
  const given =
    corrections === undefined ? [] : readCorrections(corrections.text, corrections.path, draft, opened.review.fields);
  for (const one of given) if (one.value !== null) checkValue(office, opened, one.field, one.value, one.place);
  const time = office.clock.now().toISOString();
  const made = given.flatMap((one) => decisionOf(one, opened, before));
  const corrected = decidedFields(opened.review, [
    ...decisions,
    ...made.map((one) => ({ ...one, version: one.version + 1, batch: null, person: actor.person, time })),
  ]);
  const waiting = corrected.filter(({ state }) => state === 'waiting');
  if (waiting.length > 0 && !rest) {
    throw new UserFault('review-waiting', {
      place: { field: waiting[0]?.id ?? '' },
      found: waiting
        .slice(0, 20)
        .map(({ id }) => id)
        .join(', '),
      expected: 'each field accepted, corrected or rejected',
      values: { count: waiting.length },
    });
  }
  const after = corrected.map(
    (field): DecidedField => (field.state === 'waiting' ? { ...field, state: 'accepted' } : field),
  );
  const programme = await programmeId(office, after, { draft, asked: input.id });
  const text = await composed(office, opened, after, programme);
  const kept: AcceptedProgrammeObject = { kept: 'zhiheng-programme/1', id: programme, draft, text };
  const { sha256 } = await office.store.putJson(kept);
  await office.reviews.accept(
    { programme, draft, hash: sha256 },
    [...made, ...waiting.map((field) => accepting(field, opened))],
    {
      ...{ actor, time },
      seen: before.map(({ id: field, version }) => ({ field, version })),
    },
  );
  await office.programmes.readAgain();
  const { accepted, corrected: count, rejected } = countStates(after);
  return { programme, accepted, corrected: count, rejected };
}

/** Throws where a value has not the form of its field, or a target is measured in a unit that its indicator has not. */
export function checkValue(
  office: Office,
  { review }: OpenedDraft,
  id: string,
  value: NonNullable<DecidedField['value']>,
  place: { readonly path?: string; readonly line?: number; readonly column?: number } = {},
): void {
  const field = review.fields.find((one) => one.id === id);
  if (field === undefined) return;
  const definitions = currentReference(office).definitions();
  checkFieldValue(field, value, review, { indicators: new Set(definitions.map((one) => one.id)) }, place);
  if (field.kind !== 'target' || value.denominator !== undefined || value.kind === 'growth') return;
  const { indicator } = (value.subject ?? {}) as { readonly indicator?: string };
  const definition = definitions.find((one) => one.id === indicator);
  const { unit } = value;
  if (definition === undefined || !isUnit(unit) || units[unit].base === units[definition.unit as UnitId].base) return;
  throw new UserFault('programme-wrong', {
    place: { ...place, field: `${id}.unit` },
    found: unit,
    expected: definition.unit,
    values: { what: `the indicator ${definition.id} is not measured in this unit` },
  });
}

/** What a file of corrections decides about a field. */
function decisionOf(
  { field: id, value, note }: Correction,
  { review }: OpenedDraft,
  before: readonly DecidedField[],
): NewDecision[] {
  const field = review.fields.find((one) => one.id === id);
  if (field === undefined) return [];
  const version = before.find((one) => one.id === id)?.version ?? 0;
  return [{ field: id, decision: value === null ? 'reject' : 'correct', value, read: readHash(field), note, version }];
}

function accepting({ id, value, version }: DecidedField, { review }: OpenedDraft): NewDecision {
  const read = review.fields.find((one) => one.id === id)?.read ?? null;
  return { field: id, decision: 'accept', value, read: canonicalHash(read), note: null, version };
}

/** The id asked for, or a free one; a draft that was opened again keeps that of the programme which it became. */
async function programmeId(
  office: Office,
  fields: readonly DecidedField[],
  { draft, asked }: { readonly draft: string; readonly asked: string | undefined },
): Promise<string> {
  const before = (await office.reviews.acceptedOnce(draft))?.programme;
  if (before !== undefined) {
    if (asked === undefined || asked === before) return before;
    throw new UserFault('programme-wrong', {
      ...{ place: { field: 'id' }, found: asked, expected: before },
      values: { what: 'a draft that was opened again keeps the id of its programme' },
    });
  }
  const taken = new Set(
    currentReference(office)
      .programmes()
      .map(({ id }) => id),
  );
  if (asked !== undefined) {
    if (taken.has(asked)) throw idTaken(asked);
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(asked) && asked.length <= 40) return asked;
    const expected = 'small letters, digits and hyphens';
    throw new UserFault('programme-wrong', {
      place: { field: 'id' },
      found: asked,
      expected,
      values: { what: 'this is no id' },
    });
  }
  const { year } = standingValue(fields, 'year');
  const base = String(year ?? '');
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** The text of the programme, read once more as it will be. Throws `field-lacking`, `programme-wrong`. */
async function composed(
  office: Office,
  { review }: OpenedDraft,
  fields: readonly DecidedField[],
  id: string,
): Promise<string> {
  const lacking = fields.find(({ marks, value }) => marks.includes('lacking') && value === null);
  if (lacking !== undefined) {
    throw new UserFault('field-lacking', {
      place: { field: lacking.id },
      expected: `a correction of ${lacking.id}`,
      values: { field: lacking.id },
    });
  }
  const entering = fields.flatMap((field): EnteringField[] =>
    field.value === null ? [] : [{ ...field, value: field.value }],
  );
  const text = composeProgramme({
    ...{ id, languages: review.languages, fields: entering, rest: review.rest },
    departments: review.rest.departments === undefined ? await departmentsIn(office, entering) : [],
  });
  const reference = currentReference(office);
  readProgramme(text, `programmes/${id}.yaml`, {
    id,
    indicators: new Set(reference.definitions().map((one) => one.id)),
    areas: new Set(
      reference
        .areas()
        .listed()
        .map((area) => area.code),
    ),
  });
  return text;
}

/** Names in other languages of the organisations that are named, where the office has them. */
async function departmentsIn(office: Office, fields: readonly EnteringField[]) {
  const lists = fields.flatMap(({ value }) => [value.owners, value.supporting, value.proposed]);
  const named = new Set([
    ...lists.flatMap((list) => (Array.isArray(list) ? list : [])),
    ...fields.map(({ value }) => value.to),
  ]);
  const organisations = await organisationsOf(office);
  return organisations.map(({ names }) => ({ ...names })).filter((names) => named.has(names['zh-Hans']));
}
