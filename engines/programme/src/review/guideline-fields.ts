import type { SectionRole } from '../clause.js';
import type { Guideline, GuidelineItem, GuidelineSection, GuidelineTarget, OwnerNote } from '../guideline/guideline.js';
import type { Span } from '../guideline/text/traced-text.js';
import { type FieldKind, type FieldValue, fieldOf, type ReviewDraft, type ReviewField } from './field.js';
import { targetValue } from './target-value.js';
import { textLanguage } from './text-language.js';

/** What a section without a heading is called: by its role, in the words of this software. */
const roleNames: Readonly<Record<SectionRole, FieldValue>> = {
  aims: { 'zh-Hans': '总体要求', 'zh-Hant': '總體要求', en: 'Aims' },
  duties: { 'zh-Hans': '重点任务', 'zh-Hant': '重點任務', en: 'Duties' },
  requirements: { 'zh-Hans': '工作要求', 'zh-Hant': '工作要求', en: 'Requirements' },
};

const everyRegion = /^各(?:地|省|市|州|盟|区|县)/u;

/** What was read in a guideline as fields to be gone through, in the order of the text. `lines` are those of the document. */
export function fieldsOfGuideline(guideline: Guideline, lines: readonly string[]): ReviewDraft {
  const language = textLanguage(lines.join('\n'));
  const said = (text: string): FieldValue => ({ [language]: text });
  const body = [
    ...guideline.sections.flatMap((section, index) => sectionFields(section, `${index + 1}`, said)),
    ...guideline.targets.map((target, index) => targetField(target, `T${index + 1}`, guideline, said)),
    ...guideline.handIns.map(({ due, to, forms, span }, index) =>
      fieldOf({ id: `hand-in-${index + 1}`, kind: 'hand-in', span, read: { ...(due && { due }), to, forms } }),
    ),
    ...guideline.noise.map(({ line, column, text }, index) =>
      fieldOf({
        ...{ id: `noise-${index + 1}`, kind: 'noise', read: { line, column, text } },
        span: { line, from: column, to: column + [...text].length },
      }),
    ),
  ];
  return {
    lines,
    languages: [language],
    fields: [...headFields(guideline, said), ...inOrder(body)],
    rest: { owners_proposed: false },
  };
}

function headFields(guideline: Guideline, said: (text: string) => FieldValue): ReviewField[] {
  const { title, number, issuedOn, year, places, handIns } = guideline;
  const head = (kind: FieldKind, read: FieldValue | null, span: Span | null = null, needed = true) =>
    fieldOf({ id: kind, kind, read, span, marks: read === null && needed ? ['lacking'] : [] });
  return [
    head('title', title === null ? null : { names: said(title) }, places?.title),
    head('number', number === null ? null : { number }, places?.number, false),
    head('issued-on', issuedOn === null ? null : { issued_on: issuedOn }, places?.issuedOn),
    head('year', year === null ? null : { year }, places?.title),
    ...(handIns.length > 0 ? [] : [fieldOf({ id: 'hand-in-1', kind: 'hand-in', read: null, marks: ['lacking'] })]),
  ];
}

function sectionFields(section: GuidelineSection, id: string, said: (text: string) => FieldValue): ReviewField[] {
  const { title, role, span, items, paragraphs } = section;
  const names = title === null ? roleNames[role] : said(title);
  const outside = paragraphs.length === 0 || role !== 'requirements' ? [] : paragraphs;
  return [
    fieldOf({ id: `section-${id}`, kind: 'section', span, read: { id: `S${id}`, role, names } }),
    ...items.flatMap((item, index) => itemFields(item, { id: `${id}.${index + 1}`, section: `section-${id}`, said })),
    ...(outside.length === 0
      ? []
      : [
          fieldOf({
            ...{ id: `item-${id}.0`, kind: 'item', within: `section-${id}`, span },
            read: { id: `${id}.0`, number: '', names },
          }),
          ...outside.map((one, index) =>
            fieldOf({
              ...{ id: `clause-${id}.0.${index + 1}`, kind: 'clause', within: `item-${id}.0`, span: one.span },
              read: { id: `${id}.0.${index + 1}`, names: said(one.text) },
            }),
          ),
        ]),
  ];
}

interface Place {
  readonly id: string;
  readonly section: string;
  readonly said: (text: string) => FieldValue;
}

function itemFields(item: GuidelineItem, place: Place): ReviewField[] {
  const { id, said, section } = place;
  const within = `item-${id}`;
  const clause = (index: number, read: FieldValue, span: Span, owners: string | null = null) =>
    fieldOf({
      id: `clause-${id}.${index}`,
      kind: 'clause',
      within,
      owners,
      span,
      read: { id: `${id}.${index}`, ...read },
    });
  const title = item.title || item.sentences[0]?.text || item.number;
  const count = item.sentences.length;
  return [
    fieldOf({
      ...{ id: within, kind: 'item', within: section, span: item.span },
      read: { id, number: item.number, names: said(title) },
    }),
    ...item.sentences.map((one, index) =>
      clause(index + 1, { names: said(one.text) }, one.span, one.note === null ? null : noteId(id, one.note)),
    ),
    ...item.bullets.map(({ title: heading, text, span }, index) => {
      const wanted: FieldValue = heading === '' || text === '' ? {} : { wanted: said(text) };
      const read = { names: said(heading || text), ...wanted };
      return clause(count + index + 1, read, span);
    }),
    ...item.notes.map((note, index) => ownersField(note, noteId(id, index), within)),
    ...item.children.flatMap((child, index) => itemFields(child, { ...place, id: `${id}.c${index + 1}` })),
  ];
}

const noteId = (item: string, index: number) => `owners-${item}.${index + 1}`;

function ownersField({ owners, joint, span }: OwnerNote, id: string, within: string): ReviewField {
  const names = (supporting: boolean) => owners.filter((one) => one.supporting === supporting).map(({ name }) => name);
  const regions = owners.some(({ name }) => everyRegion.test(name));
  const supporting = names(true);
  return fieldOf({
    ...{ id, kind: 'owners', within, span },
    read: {
      owners: names(false),
      ...(supporting.length === 0 ? {} : { supporting }),
      joint,
      ...(regions ? { regions } : {}),
    },
  });
}

function targetField(
  target: GuidelineTarget,
  id: string,
  { year }: Guideline,
  said: (text: string) => FieldValue,
): ReviewField {
  const { value, marks } = targetValue(target, { id, names: said(target.text.trim()), year });
  return fieldOf({ id: `target-${id}`, kind: 'target', span: target.span, read: value, marks });
}

const ranks: readonly FieldKind[] = ['section', 'item', 'noise', 'clause', 'target', 'owners', 'hand-in'];

/** In the order of the text; what encloses another comes first. */
function inOrder(fields: readonly ReviewField[]): ReviewField[] {
  const rank = ({ kind }: ReviewField) => ranks.indexOf(kind);
  const placed = fields.filter(({ span }) => span !== null);
  const first = fields.filter(({ span }) => span === null);
  return [
    ...first,
    ...placed.toSorted((a, b) => {
      const [one, other] = [a.span, b.span];
      if (one === null || other === null) return 0;
      return one.line - other.line || lineUp(a, b) || one.from - other.from || rank(a) - rank(b);
    }),
  ];
}

/** An item stands before whatever its line holds. */
function lineUp(a: ReviewField, b: ReviewField): number {
  const head = ({ kind }: ReviewField) => (kind === 'section' ? 0 : kind === 'item' ? 1 : 2);
  return head(a) - head(b);
}
