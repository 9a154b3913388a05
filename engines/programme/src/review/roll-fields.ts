import { languages } from '@zhiheng/vocabulary';
import { isMap, isNode, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import {
  type EarlierRule,
  type FieldJson,
  type FieldKind,
  type FieldMark,
  type FieldValue,
  fieldOf,
  type ReviewDraft,
  type ReviewField,
} from './field.js';
import { dayNextYear, valueNextYear } from './next-year.js';

/** Keys of the file that do not go over as they are. */
const gone = ['id', 'languages', 'names', 'number', 'issued_on', 'year', 'hand_in', 'targets', 'sections', 'overlays'];

/**
 * A programme as the draft of the year after it: years and days moved on by one, the rule that revisions left in force in the place of the first, what was before kept
 * beside it, and targets of `reached` marked, since they may want more. The lines are those of its file.
 */
export function fieldsOfNextYear(text: string, reached: ReadonlySet<string>): ReviewDraft {
  const counter = new LineCounter();
  const document = parseDocument<Node>(text, { lineCounter: counter });
  const root = document.contents as YAMLMap;
  const raw = document.toJS() as FieldValue;
  const lines = text.split('\n');
  const year = Number(raw.year);
  const at = (node: Node | undefined) => placeOf(node, counter, lines);
  const keyOf = (key: string) => root.items.find((item) => String(item.key) === key)?.key as Node | undefined;
  const head = (id: string, kind: FieldKind, key: string, read: FieldValue | null, marks: FieldMark[] = ['reckoned']) =>
    fieldOf({ ...{ id, kind, read, marks }, ...at(keyOf(key)) });
  const each = (key: string, make: (value: FieldValue, place: Place) => ReviewField[]) =>
    nodesOf(root, key).flatMap((node, index) => make(listed(raw[key])[index] ?? {}, at(node)));
  const fields = [
    head('title', 'title', 'names', { names: renamed(raw.names ?? null, year) }),
    head('number', 'number', 'number', null, []),
    head('issued-on', 'issued-on', 'issued_on', { issued_on: dayNextYear(String(raw.issued_on)) }),
    head('year', 'year', 'year', { year: year + 1 }),
    head('hand-in-1', 'hand-in', 'hand_in', valueNextYear(raw.hand_in ?? {}) as FieldValue),
    ...each('targets', (value, place) => [targetField(value, place, { year, reached })]),
    ...nodesOf(root, 'sections').flatMap((node, index) => sectionFields(node, listed(raw.sections)[index] ?? {}, at)),
    ...each('overlays', (value, place) => [overlayField(value, place, year)]),
  ];
  const named = Array.isArray(raw.languages) ? raw.languages : languages;
  return {
    ...{ lines, fields },
    languages: languages.filter((language) => (named as readonly string[]).includes(language)),
    rest: Object.fromEntries(Object.entries(raw).filter(([key]) => !gone.includes(key))),
  };
}

type Place = Pick<ReviewField, 'span' | 'until'>;

function targetField(
  value: FieldValue,
  place: Place,
  { year, reached }: { readonly year: number; readonly reached: ReadonlySet<string> },
): ReviewField {
  const { read, was } = foldedRule(value, year);
  const marks: FieldMark[] = [
    'reckoned',
    ...(was.length > 0 ? (['revised'] as const) : []),
    ...(reached.has(String(value.id)) ? (['limit-reached'] as const) : []),
    ...(value.subject === undefined ? (['not-linked'] as const) : []),
  ];
  return fieldOf({ id: `target-${String(value.id)}`, kind: 'target', read, marks, was, ...place });
}

function overlayField(value: FieldValue, place: Place, year: number): ReviewField {
  const folded = listed(value.targets).map((target) => foldedRule(target, year));
  const was = folded.flatMap((one) => one.was);
  return fieldOf({
    ...{ id: `overlay-${String(value.area)}`, kind: 'overlay', was, ...place },
    read: { ...value, targets: folded.map(({ read }) => read) },
    marks: ['reckoned', ...(was.length > 0 ? (['revised'] as const) : [])],
  });
}

/** The rule that stands once all revisions of the year are in force, moved on by a year. */
function foldedRule(value: FieldValue, year: number): { read: FieldValue; was: EarlierRule[] } {
  const { revisions, ...first } = value;
  const all = listed(revisions);
  const folded = all.filter(({ effective_on: day }) => String(day) <= `${year}-12-31`);
  const steps = [{ ...ruleOf(first) }, ...folded.map(ruleOf)];
  const stands = Object.assign({}, ...steps) as FieldValue;
  const was = folded.map((_, index) => ({
    from: index === 0 ? null : String(folded[index - 1]?.effective_on),
    sets: Object.assign({}, ...steps.slice(0, index + 1)) as EarlierRule['sets'],
    document: index === 0 ? null : String(folded[index - 1]?.document),
  }));
  const later = all.slice(folded.length);
  const read = { ...first, ...stands, ...(later.length === 0 ? {} : { revisions: later }) };
  return { read: valueNextYear(read) as FieldValue, was };
}

function ruleOf(value: FieldValue): FieldValue {
  return Object.fromEntries(Object.entries(value).filter(([key]) => ['limit', 'tolerance', 'test'].includes(key)));
}

function sectionFields(node: Node, value: FieldValue, at: (node: Node | undefined) => Place): ReviewField[] {
  const { items: _, ...section } = value;
  const id = `section-${String(value.id)}`;
  return [
    fieldOf({ id, kind: 'section', read: section, span: at(node).span }),
    ...nodesOf(node, 'items').flatMap((inner, index) => {
      const { clauses, ...item } = listed(value.items)[index] ?? {};
      const within = `item-${String(item.id)}`;
      return [
        fieldOf({ id: within, kind: 'item', within: id, read: item, span: at(inner).span }),
        ...nodesOf(inner, 'clauses').map((clause, place) => {
          const read = listed(clauses)[place] ?? {};
          // Its lines are those of the document of the year before.
          const { lines, ...rest } = read;
          const moved = valueNextYear(rest) as FieldValue;
          const marks: FieldMark[] = read.due === undefined && read.dates === undefined ? [] : ['reckoned'];
          return fieldOf({
            id: `clause-${String(read.id)}`,
            kind: 'clause',
            within,
            read: moved,
            marks,
            ...at(clause),
          });
        }),
      ];
    }),
  ];
}

function nodesOf(node: Node, key: string): Node[] {
  const list = isMap(node) ? (node.get(key) as { items?: Node[] } | undefined) : undefined;
  return list?.items ?? [];
}

const listed = (value: FieldJson | undefined): readonly FieldValue[] =>
  Array.isArray(value) ? (value as readonly FieldValue[]) : [];

/** Names in which the year is told, with the one after it. */
function renamed(names: FieldJson, year: number): FieldJson {
  if (typeof names !== 'object' || names === null) return names;
  return Object.fromEntries(
    Object.entries(names as FieldValue).map(([key, name]) => [
      key,
      String(name).replaceAll(String(year), String(year + 1)),
    ]),
  );
}

function placeOf(node: Node | undefined, counter: LineCounter, lines: readonly string[]): Place {
  if (!isNode(node) || !node.range) return { span: null, until: null };
  const first = counter.linePos(node.range[0]).line;
  const last = counter.linePos(Math.max(node.range[0], node.range[1] - 1)).line;
  const length = [...(lines[first - 1] ?? '')].length;
  return { span: { line: first, from: 1, to: length + 1 }, until: Math.max(first, last) };
}
