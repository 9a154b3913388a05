import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { FieldJson, FieldKind, FieldValue, ReviewField } from './field.js';

/** A field that enters, with its value. */
export type EnteringField = Pick<ReviewField, 'id' | 'kind' | 'span' | 'until' | 'within' | 'owners' | 'was'> & {
  readonly value: FieldValue;
};

export interface Composition {
  readonly id: string;
  readonly languages: readonly string[];
  readonly fields: readonly EnteringField[];
  /** Keys that go over as they are. */
  readonly rest: FieldValue;
  /** Names of organisations in three languages. */
  readonly departments: readonly FieldValue[];
}

/**
 * The text of a programme's file from the fields that enter it. What stands within something that does not enter stays out; of several hand-ins the last is the
 * return, the others are terms of the clauses that ask for them.
 */
export function composeProgramme(composition: Composition): string {
  const { id, languages, fields, departments } = composition;
  const { groups: held, ...rest } = composition.rest;
  const of = (kind: FieldKind) => fields.filter((field) => field.kind === kind);
  const targets = of('target');
  const ids = new Set(targets.map(({ value }) => value.id));
  const handIns = of('hand-in').toSorted((a, b) => (String(a.value.due) < String(b.value.due) ? -1 : 1));
  const overlays = of('overlay').flatMap(({ value }) => withoutLost(value, ids));
  const groups = listed(held).flatMap((group) => {
    const parts = listed(group.parts).filter(({ target }) => ids.has(target ?? null));
    return parts.length < 2 ? [] : [{ ...group, parts }];
  });
  const content: FieldValue = {
    id,
    ...(languages.length === 3 ? {} : { languages }),
    ...Object.assign({}, ...(['title', 'number', 'issued-on', 'year'] as const).flatMap(of).map(({ value }) => value)),
    ...(handIns.length === 0 ? {} : { hand_in: handIns.at(-1)?.value ?? null }),
    ...rest,
    ...(departments.length === 0 ? {} : { departments: departments.map((names) => ({ names })) }),
    targets: targets.map(({ value }) => inOrder(value)),
    ...(groups.length === 0 ? {} : { groups }),
    sections: sectionsOf(fields, { ids, terms: handIns.slice(0, -1) }),
    ...(overlays.length === 0 ? {} : { overlays }),
  };
  return written(content, targets);
}

interface Around {
  readonly ids: ReadonlySet<FieldJson | undefined>;
  readonly terms: readonly EnteringField[];
}

function sectionsOf(fields: readonly EnteringField[], around: Around): FieldValue[] {
  const under = (kind: FieldKind, parent: string) => fields.filter((one) => one.kind === kind && one.within === parent);
  const entering = fields.filter(({ kind }) => kind === 'section');
  return entering.flatMap((section) => {
    const items = under('item', section.id).map((item) => ({
      ...inOrder(item.value),
      clauses: under('clause', item.id).map((clause) => clauseOf(clause, fields, around)),
    }));
    return items.length === 0 ? [] : [{ ...inOrder(section.value), items }];
  });
}

/** A clause with the owners of its note, the targets read in it, and its lines. */
function clauseOf(clause: EnteringField, fields: readonly EnteringField[], { ids, terms }: Around): FieldValue {
  const note = fields.find(({ kind, id }) => kind === 'owners' && id === clause.owners)?.value ?? {};
  const inside = ({ span }: EnteringField) =>
    clause.span !== null &&
    span?.line === clause.span.line &&
    span.from >= clause.span.from &&
    span.to <= clause.span.to;
  const read = fields.filter((one) => one.kind === 'target' && inside(one)).map(({ value }) => value.id ?? '');
  const named = clause.value.targets === undefined ? read : plain(clause.value.targets).filter((id) => ids.has(id));
  const due = terms.find(inside)?.value.due;
  const { span, until } = clause;
  return inOrder({
    ...(due === undefined ? {} : { due }),
    ...Object.fromEntries(Object.entries(note).filter(([, one]) => one !== false)),
    ...(span === null || clause.value.lines !== undefined || until !== null
      ? {}
      : { lines: { from: span.line, until: span.line } }),
    ...clause.value,
    ...(named.length === 0 && clause.value.targets === undefined ? {} : { targets: named }),
  });
}

const firstKeys = ['id', 'number', 'role', 'names', 'wanted', 'owners', 'kind', 'limit', 'unit', 'period', 'origin'];

/** Keys in the order in which people write them. */
function inOrder(value: FieldValue): FieldValue {
  const place = (key: string) => (firstKeys.includes(key) ? firstKeys.indexOf(key) : firstKeys.length);
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => place(a) - place(b)));
}

/** A region's own sheet without what it set for targets that do not enter. */
function withoutLost(overlay: FieldValue, ids: Around['ids']): FieldValue[] {
  const targets = listed(overlay.targets).filter(({ target }) => target === undefined || ids.has(target));
  return targets.length === 0 ? [] : [{ ...overlay, targets }];
}

const plain = (value: FieldJson | undefined): readonly FieldJson[] => (Array.isArray(value) ? value : []);
const listed = (value: FieldJson | undefined) => plain(value) as readonly FieldValue[];

/** As YAML; rules that held before stand as remarks at their target. */
function written(content: FieldValue, targets: readonly EnteringField[]): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  const list = isMap(document.contents) ? document.contents.get('targets') : null;
  for (const [index, { was }] of targets.entries()) {
    const node = isSeq(list) ? (list.items[index] as YAMLMap | undefined) : undefined;
    if (node !== undefined && was.length > 0) node.commentBefore = was.map(remarkOf).join('\n');
  }
  return document.toString({ lineWidth: 150 });
}

function remarkOf({ from, sets, document }: EnteringField['was'][number]): string {
  return ` before: ${JSON.stringify(sets)}${from === null ? '' : ` from ${from}`}${document === null ? '' : ` (${document.replaceAll('\n', ' ')})`}`;
}
