import type { Day } from '@zhiheng/vocabulary';
import type { SectionRole } from '../clause.js';
import type { Guideline, GuidelineItem, GuidelineSection, GuidelineTarget } from './guideline.js';
import { findHandIns } from './hand-ins.js';
import { findNoise, type NoiseRun } from './noise/find-noise.js';
import type { WordLikelihood } from './noise/word-likelihood.js';
import { buildOutline, type OutlineItem, type OutlineSection } from './outline/build-outline.js';
import { distinctOwners, type FindOrganisation, findOwnerNotes } from './outline/owner-notes.js';
import { sentencesOf } from './outline/sentences.js';
import { compareCopies } from './repeated/compare-copies.js';
import { findRepeatedLines } from './repeated/repeated-lines.js';
import { findTargets } from './targets/find-targets.js';
import { readDue } from './targets/read-due.js';
import { findTargetRows, isTableRow } from './targets/target-rows.js';
import { foldLine, type SourceLine } from './text/fold-line.js';
import { type SourceText, sourceTextOf } from './text/source-text.js';
import type { TracedText } from './text/traced-text.js';
import type { Wording } from './text/wording.js';

export interface GuidelineContext {
  readonly likelihood: WordLikelihood;
  readonly wording: Wording;
  readonly organisation: FindOrganisation;
}

/**
 * Reads a guideline as it lies there: sections, numbered items with their sentences and owners, targets, dates and hand-ins, each
 * traced to its place. Characters that do not belong are left out and listed; of a body that stands twice the first is read.
 * Nothing is accepted by reading: people do that.
 */
export function readGuideline(source: readonly SourceLine[], context: GuidelineContext): Guideline {
  const folded = source.map(foldLine);
  const repeated = findRepeatedLines(folded);
  const meant = folded.map((line) => context.wording.restore(line));
  const noise = findNoise(meant, findRepeatedLines(meant), context.likelihood);
  const again = new Set(repeated.flatMap(({ pairs }) => pairs.map(({ copy }) => copy.line)));
  const lines = meant
    .filter(({ line }) => !again.has(line))
    .map((line) => context.wording.restore(line.without(noise.filter((run) => run.line === line.line))));
  const text = sourceTextOf(source);
  const [title, number, issued] = [titleOf(lines), numberOf(lines), issuedLine(lines)];
  const issuedOn = issued === null ? null : readDue(issued.text, null);
  const year = yearOf(lines, issuedOn);
  const reading = { ...context, text, year };
  const outline = buildOutline(lines.filter((line) => !isTableRow(line)));
  const sections = outline.flatMap((section) => sectionOf(section, reading));
  const bodies = outline.flatMap((section) => [...section.paragraphs, ...section.items.flatMap(textsOf)]);
  const asked = { find: context.organisation, year, source: text };
  return {
    title: title === null ? null : text(title),
    number: number === null ? null : text(number),
    issuedOn,
    year,
    places: { title: placeOf(title), number: placeOf(number), issuedOn: placeOf(issued) },
    noise: noise.map((run) => shownNoise(run, meant, text)),
    repeated: repeated.map(({ lines: copy, of }) => ({ lines: copy, of })),
    differences: repeated.flatMap((one) => differencesOf(one, text)),
    sections,
    targets: [...outline.flatMap((section) => targetsOf(section, reading)), ...findTargetRows(lines, asked)],
    handIns: findHandIns(bodies, asked),
  };
}

interface Reading extends GuidelineContext {
  readonly text: SourceText;
  readonly year: number | null;
}

const roles: readonly { readonly role: SectionRole; readonly words: RegExp }[] = [
  { role: 'aims', words: /总体要求|指导思想|目标|工作思路|基本原则|总体思路/u },
  { role: 'requirements', words: /工作要求|组织(?:实施|保障|领导)|保障措施|有关要求|实施保障|附则/u },
];

/** A section with items, or one of requirements; what else stands under a heading belongs to the page around the text. */
function sectionOf(section: OutlineSection, reading: Reading): GuidelineSection[] {
  const { heading, items, paragraphs } = section;
  const role = roles.find(({ words }) => heading !== null && words.test(heading.text))?.role ?? 'duties';
  if (items.length === 0 && (role !== 'requirements' || paragraphs.length === 0)) return [];
  return [
    {
      title: heading === null ? null : reading.text(heading),
      role,
      span: heading === null ? null : heading.span(0, heading.length),
      items: items.map((item) => itemOf(item, reading)),
      paragraphs: paragraphs.map((line) => ({ text: reading.text(line), span: line.span(0, line.length) })),
    },
  ];
}

const longestTitle = 40;

function itemOf(item: OutlineItem, reading: Reading): GuidelineItem {
  const { text } = reading;
  const { title, body } = headOf(item.head);
  const texts = [...(body.length > 0 ? [body] : []), ...item.paragraphs];
  const children = item.children.map((child) => itemOf(child, reading));
  const read = texts.map((part) => ({ part, notes: findOwnerNotes(part, reading.organisation, text) }));
  const notes = read.flatMap((one) => one.notes.map(({ note }) => note));
  const sentences = read.flatMap(({ part, notes: placed }, index) => {
    const earlier = read.slice(0, index).reduce((sum, one) => sum + one.notes.length, 0);
    return sentencesOf(part, placed, text).map((one) => ({
      ...one,
      note: one.note === null ? null : one.note + earlier,
    }));
  });
  const owners = distinctOwners(notes.flatMap((note) => note.owners));
  const below = children.flatMap((child) =>
    child.owners.map((name, at) => ({ name, id: child.ownerIds[at] ?? null, supporting: false })),
  );
  const all = distinctOwners([...owners, ...below]);
  return {
    number: item.number.number,
    title: text(title),
    text: texts.map(text).join('\n'),
    owners: all.map(({ name }) => name),
    ownerIds: all.map(({ id }) => id),
    joint: notes.some(({ joint }) => joint) || children.some(({ joint }) => joint),
    span: item.head.span(0, item.head.length),
    notes,
    sentences,
    bullets: item.bullets.map((line) => {
      const parts = headOf(line);
      return { title: text(parts.title), text: text(parts.body), span: line.span(0, line.length) };
    }),
    children,
  };
}

/** The words up to the first full stop are a title when something follows them, and all of a line that does not end. */
function headOf(line: TracedText): { title: TracedText; body: TracedText } {
  const stop = line.text.search(/[。:]/u);
  if (stop < 0 && line.length <= longestTitle) return { title: line, body: line.slice(line.length) };
  if (stop <= 0 || stop > longestTitle || stop === line.length - 1) return { title: line.slice(0, 0), body: line };
  return { title: line.slice(0, stop), body: line.slice(stop + 1).trimmed() };
}

function textsOf(item: OutlineItem): TracedText[] {
  return [item.head, ...item.paragraphs, ...item.bullets, ...item.children.flatMap(textsOf)];
}

function targetsOf(section: OutlineSection, reading: Reading): GuidelineTarget[] {
  const ofItem = (item: OutlineItem, around: Day | null): GuidelineTarget[] => {
    const own = readDue(item.head.text, reading.year) ?? around;
    const pieces = [item.head, ...item.paragraphs, ...item.bullets].flatMap((text) => {
      const notes = findOwnerNotes(text, reading.organisation, reading.text);
      const ends = [...notes, { at: text.length, end: text.length, note: null }];
      return ends.map(({ at, note }, index) => ({
        text: text.slice(ends[index - 1]?.end ?? 0, at),
        due: own,
        owners: note?.owners ?? [],
      }));
    });
    return [
      ...pieces.flatMap((piece) => findTargets(piece, reading.year, reading.text)),
      ...item.children.flatMap((child) => ofItem(child, own)),
    ];
  };
  return section.items.flatMap((item) => ofItem(item, null));
}

function differencesOf(repeated: Parameters<typeof compareCopies>[0], text: SourceText): Guideline['differences'] {
  const lines = new Map(
    repeated.pairs.flatMap(
      ({ original, copy }) =>
        [
          [original.line, original],
          [copy.line, copy],
        ] as const,
    ),
  );
  return compareCopies(repeated).different.flatMap(({ original, copy }) => {
    const [first, second] = [lines.get(original.line), lines.get(copy.line)];
    if (first === undefined || second === undefined) return [];
    return [
      {
        original: first.span(original.at, original.length),
        copy: second.span(copy.at, copy.length),
        texts: [
          text(first.slice(original.at, original.at + original.length)),
          text(second.slice(copy.at, copy.at + copy.length)),
        ] as const,
      },
    ];
  });
}

function shownNoise(run: NoiseRun, lines: readonly TracedText[], text: SourceText): Guideline['noise'][number] {
  const line = lines.find((one) => one.line === run.line);
  const part = (at: number, end: number) => (line === undefined ? '' : text(line.slice(Math.max(0, at), end)));
  return {
    line: run.line,
    column: line?.span(run.at, run.length).from ?? 1,
    text: part(run.at, run.at + run.length),
    confidence: run.confidence,
    proven: run.proven,
    before: part(run.at - 8, run.at),
    after: part(run.at + run.length, run.at + run.length + 8),
  };
}

const placeOf = (text: TracedText | null) => (text === null ? null : text.span(0, text.length));

function titleOf(lines: readonly TracedText[]): TracedText | null {
  const first = lines.find(({ text: one }) => one.trim() !== '');
  if (first === undefined) return null;
  const named = /《([^《》]{4,60}(?:指引|方案|计划|意见|要点|规划|分解表)[^《》]{0,10})》/u.exec(first.text);
  if (named !== null) return first.slice(named.index + 1, named.index + named[0].length - 1);
  return first.trimmed();
}

/** The number of the document, such as `国知发运字〔2023〕7号`. */
function numberOf(lines: readonly TracedText[]): TracedText | null {
  for (const line of lines.slice(0, 60)) {
    const found = /\p{Script=Han}{1,12}[〔[(]\d{4}[〕\])]\d{1,4}号/u.exec(line.text);
    if (found !== null) return line.slice(found.index, found.index + found[0].length);
  }
  return null;
}

/** The day that stands alone on a line, as under a signature. */
function issuedLine(lines: readonly TracedText[]): TracedText | null {
  return lines.find(({ text }) => /^\s*\d{4}年\d{1,2}月\d{1,2}日\s*$/u.test(text)) ?? null;
}

/** The year that the title names, else that of issue. */
function yearOf(lines: readonly TracedText[], issuedOn: Day | null): number | null {
  const titled = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const named = /(20\d{2})年?/u.exec(titled)?.[1];
  return named === undefined ? (issuedOn === null ? null : Number(issuedOn.slice(0, 4))) : Number(named);
}
