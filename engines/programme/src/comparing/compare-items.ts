import type {
  ComparedItem,
  ComparedOwner,
  ComparedSide,
  ItemChangeKind,
  ItemComparison,
  PlacedItem,
} from './comparison.js';
import { inOrderOfLater } from './in-order-of-later.js';
import { matchTexts } from './matching/match-texts.js';
import { lettersOf } from './matching/word-pairs.js';
import { answeringSections } from './section-pairs.js';
import { type Fold, textDifference } from './text-difference.js';

/** Items less alike than this are different ones; our reading, no text settles it. */
const leastAlike = 0.35;

/** Pairs the items of both sides by their words and says what changed. */
export function compareItems(before: ComparedSide, after: ComparedSide, folding: Fold): ItemComparison[] {
  const ownWords = before.head.words === 'own' || after.head.words === 'own';
  const fold = (text: string) => folding(text).text;
  const matched = (side: ComparedSide) =>
    side.items.map((item) => ({ folded: fold(shownText(item)), place: placeOf(item, side) }));
  const pairs = matchTexts(matched(before), matched(after), {
    by: before.head.words === after.head.words ? 'whole' : 'held',
    least: leastAlike,
  });
  const answering = answeringSections(before, after, pairs, fold);
  const rows = inOrderOfLater(before.items.length, after.items.length, pairs);
  return rows.map(({ before: left, after: right, likeness }) => {
    const was = left === null ? undefined : before.items[left];
    const is = right === null ? undefined : after.items[right];
    const alone = { likeness: null, difference: null, ownersNew: [], ownersGone: [] };
    if (was === undefined || is === undefined) {
      const changes: ItemChangeKind[] = [was === undefined ? 'new' : 'gone'];
      return { ...alone, before: placed(was, before), after: placed(is, after), changes };
    }
    const moved = answering.get(was.section) !== is.section || was.number !== is.number;
    const differs = lettersOf(fold(shownText(was))) !== lettersOf(fold(shownText(is)));
    const reworded = !ownWords && differs;
    const owners = { ownersNew: lacking(is.owners, was.owners), ownersGone: lacking(was.owners, is.owners) };
    const changes: ItemChangeKind[] = [
      ...(moved ? (['moved'] as const) : []),
      ...(reworded ? (['reworded'] as const) : []),
      ...(owners.ownersNew.length + owners.ownersGone.length > 0 ? (['owners'] as const) : []),
    ];
    const difference = reworded ? textDifference(shownText(was), shownText(is), folding) : null;
    return {
      ...owners,
      before: placed(was, before),
      after: placed(is, after),
      likeness,
      changes,
      difference,
    };
  });
}

/** The title and what stands below it, as one text. */
function shownText({ title, text }: ComparedItem): string {
  return [title, text].filter((part) => part !== '').join('\n');
}

function placeOf({ section, number }: ComparedItem, side: ComparedSide): string {
  return `${side.sections[section]?.title ?? section} ${number}`;
}

function placed(item: ComparedItem | undefined, side: ComparedSide): PlacedItem | null {
  if (item === undefined) return null;
  return { ...item, section: side.sections[item.section] ?? { title: null, role: 'duties' } };
}

/** Names of owners of which the others have neither the organisation nor the name. */
function lacking(owners: readonly ComparedOwner[], others: readonly ComparedOwner[]): string[] {
  const known = new Set(others.flatMap(({ name, id }) => (id === null ? [name] : [id, name])));
  return owners.filter(({ name, id }) => !known.has(id ?? name) && !known.has(name)).map(({ name }) => name);
}
