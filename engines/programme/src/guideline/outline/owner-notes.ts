import type { NamedOwner, OwnerNote } from '../guideline.js';
import type { SourceText } from '../text/source-text.js';
import type { TracedText } from '../text/traced-text.js';

/** Finds the organisation that a name in a text means; null where the office has none of that name. */
export type FindOrganisation = (name: string) => string | null;

/** A note with its place in the text it was found in; its brackets belong to it. */
export interface PlacedNote {
  readonly at: number;
  readonly end: number;
  readonly note: OwnerNote;
}

const bracketed = /\(([^()]{2,120})\)/gu;
const answering = /(?:负责|牵头|配合|承担|落实|参加|参与|分工)\)?$/u;
const byDuties = /(?:等)?(?:部门|单位)?(?:按照?(?:各自)?(?:职责|职能)(?:任务)?分工(?:负责)?|按职责(?:分别)?负责)$/u;
const verb = /(?:分别|共同|具体|统筹|会同|联合)?(?:牵头负责|负责|牵头|承担|落实|配合|参加|参与)$/u;

/** Finds the notes in brackets that name who answers for what stands before them. */
export function findOwnerNotes(text: TracedText, find: FindOrganisation, source: SourceText): PlacedNote[] {
  return [...text.text.matchAll(bracketed)].flatMap((match) => {
    const inside = match[1] ?? '';
    if (!answering.test(inside)) return [];
    const owners = ownersOf(inside, find);
    if (owners.length === 0) return [];
    const note: OwnerNote = {
      text: source(text.slice(match.index + 1, match.index + 1 + inside.length)),
      owners,
      joint: owners.filter(({ supporting }) => !supporting).length > 1 || byDuties.test(inside),
      open: /等(?:按|部门|单位|负责|牵头|配合|$)/u.test(inside),
      span: text.span(match.index, match[0].length),
    };
    return [{ at: match.index, end: match.index + match[0].length, note }];
  });
}

/** The organisations that a note or a table cell names: `A牵头,B、C配合`. */
export function ownersOf(text: string, find: FindOrganisation): NamedOwner[] {
  return text.split(/[;,。]/u).flatMap((part) => {
    const supporting = /(?:配合|参加|参与)$/u.test(part.trim());
    return part
      .trim()
      .replace(byDuties, '')
      .replace(verb, '')
      .split(/[、/]/u)
      .flatMap((name) => nameOf(name))
      .map((name) => ({ name, id: find(name), supporting }));
  });
}

function nameOf(text: string): string[] {
  const name = text
    .trim()
    .replace(/^(?:由|各有关|其中)/u, '')
    .replace(/等(?:有关)?(?:部门|单位)?$/u, '');
  return name.length < 2 || name.length > 30 ? [] : [name];
}

/** Names of several lists, each once, in the order in which they come. */
export function distinctOwners(owners: readonly NamedOwner[]): NamedOwner[] {
  const seen = new Map<string, NamedOwner>();
  for (const owner of owners) if (!seen.has(owner.name)) seen.set(owner.name, owner);
  return [...seen.values()];
}
