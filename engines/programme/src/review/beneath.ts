import type { FieldDecision } from './decided-fields.js';
import type { ReviewField } from './field.js';

/**
 * A field with all that lies beneath it, in the order of the draft: the items of a section, the clauses of an item, of a clause the note
 * that names its owners and what was read within its text. Stray characters are none of it: they are decided on by themselves.
 */
export function fieldsBeneath(fields: readonly ReviewField[], head: string): ReviewField[] {
  const beneath = new Set([head]);
  // A set walks over what is added to it on the way.
  for (const id of beneath) {
    const field = fields.find((one) => one.id === id);
    if (field === undefined) continue;
    for (const one of fields) if (one.kind !== 'noise' && liesUnder(one, field)) beneath.add(one.id);
  }
  return fields.filter(({ id }) => beneath.has(id));
}

function liesUnder(one: ReviewField, over: ReviewField): boolean {
  if (one.within === over.id) return true;
  if (over.kind !== 'clause') return false;
  if (one.kind === 'owners') return one.id === over.owners;
  if ((one.kind !== 'target' && one.kind !== 'hand-in') || one.span === null || over.span === null) return false;
  const { line, from, to } = one.span;
  if (over.until !== null && line > over.span.line) return line <= over.until;
  return line === over.span.line && from >= over.span.from && (over.until !== null || to <= over.span.to);
}

/** The name of an acceptance of a field with all beneath it: whose it was, and which. */
export function batchName(head: string, decisions: readonly FieldDecision[]): string {
  const before = decisions.filter(({ batch }) => batch?.startsWith(`${head}#`) === true);
  return `${head}#${new Set(before.map(({ batch }) => batch)).size + 1}`;
}

/**
 * The fields whose standing decision came with the last acceptance of `head` with all beneath it; empty where the last that was decided
 * about `head` was something else. What was decided anew since is none of them.
 */
export function batchToUndo(decisions: readonly FieldDecision[], head: string): string[] {
  const held = heldDecisions(decisions);
  const of = [...held.values()].filter(({ batch }) => batch?.startsWith(`${head}#`) === true);
  const last = of.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).at(-1);
  const own = held.get(head);
  if (last === undefined || (own !== undefined && own.batch !== last.batch && own.time > last.time)) return [];
  return of.filter(({ batch }) => batch === last.batch).map(({ field }) => field);
}

/** What holds about each field, whatever the reader had found by then: each `undo` takes the decision before it back. */
function heldDecisions(decisions: readonly FieldDecision[]): Map<string, FieldDecision> {
  const stacks = new Map<string, FieldDecision[]>();
  for (const one of decisions) {
    const stack = stacks.get(one.field) ?? [];
    if (one.decision === 'undo') stack.pop();
    else stack.push(one);
    stacks.set(one.field, stack);
  }
  return new Map([...stacks].flatMap(([field, stack]) => stack.slice(-1).map((one) => [field, one] as const)));
}
