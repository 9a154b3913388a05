import type { Guideline, GuidelineItem } from '../../guideline/guideline.js';
import type { ComparedHead, ComparedItem, ComparedSide } from '../comparison.js';

/** A guideline as a side of a comparison: each item and each item below it, and the paragraphs of sections without items. */
export function guidelineSide(guideline: Guideline, id: string): ComparedSide {
  const { title, number, issuedOn, year, sections, targets } = guideline;
  const head: ComparedHead = { id, kind: 'draft', title: title ?? id, number, issuedOn, year, words: 'document' };
  return {
    head,
    sections: sections.map(({ title, role }) => ({ title, role })),
    items: sections.flatMap(({ items, paragraphs }, section) => [
      ...items.flatMap((item) => itemsOf(item, section, '')),
      ...paragraphs.map(({ text, span }) => ({
        ...{ section, number: '', title: '', text, owners: [], line: span.line },
      })),
    ]),
    targets: targets.map(({ kind, subject, limit, unit, direction, due, approximate, text }) => ({
      ...{ id: null, kind, subject, limit, unit, direction, due, approximate, text },
    })),
  };
}

function itemsOf(item: GuidelineItem, section: number, above: string): ComparedItem[] {
  const { title, sentences, bullets, notes, children, span } = item;
  const number = above === '' ? item.number : `${above} ${item.number}`;
  const lines = bullets.map((bullet) => (bullet.title === '' ? bullet.text : `${bullet.title}。${bullet.text}`));
  const owners = new Map(notes.flatMap((note) => note.owners).map(({ name, id }) => [id ?? name, { name, id }]));
  const text = [sentences.map((sentence) => sentence.text).join(''), ...lines].filter((part) => part !== '').join('\n');
  return [
    { section, number, title, text, owners: [...owners.values()], line: span.line },
    ...children.flatMap((child) => itemsOf(child, section, number)),
  ];
}
