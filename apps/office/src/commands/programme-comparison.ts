import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ComparedHead,
  type ComparedSide,
  compareProgrammes,
  guidelineSide,
  type ProgrammeComparison,
  programmeSide,
  readWording,
} from '@zhiheng/programme';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import { guidelineDraft, guidelineDrafts } from '../guidelines/guideline-drafts.js';
import type { Office } from '../office.js';
import { organisationsOf } from '../people/organisations-of.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';

export interface ProgrammeCompareInput {
  readonly before: string;
  readonly after: string;
}

/** What can be compared: the programmes in force, and the guidelines that were imported, the newest first. */
export const programmeComparable: Command<object, ComparedHead[]> = async (_, { office }) =>
  done(await comparable(office));

/** Two programmes in force or imported guidelines, item by item and target by target. Throws `not-found`. */
export const programmeCompare: Command<ProgrammeCompareInput, ProgrammeComparison> = async (
  { before, after },
  { office },
) => {
  const glossary = join('programmes', 'wording.csv');
  const wording = readWording(await readFile(join(office.definitionsFolder, glossary), 'utf8'), glossary);
  const heads = await comparable(office);
  const sides = [await sideOf(office, before, heads), await sideOf(office, after, heads)] as const;
  return done(compareProgrammes(sides[0], sides[1], wording));
};

async function comparable(office: Office): Promise<ComparedHead[]> {
  const programmes = currentReference(office)
    .programmes()
    .map(({ id, names, number, issuedOn, year }): ComparedHead => {
      return { id, kind: 'programme', title: names['zh-Hans'], number, issuedOn, year, words: 'own' };
    });
  const drafts = (await guidelineDrafts(office)).map(({ draft, title, number, issuedOn, year, file }): ComparedHead => {
    return { id: draft, kind: 'draft', title: title ?? file, number, issuedOn, year, words: 'document' };
  });
  return [...programmes.toReversed(), ...drafts];
}

async function sideOf(office: Office, id: string, heads: readonly ComparedHead[]): Promise<ComparedSide> {
  const ids = heads.map((one) => one.id);
  const head = heads.find((one) => one.id === id);
  if (head === undefined) {
    const near = nearestWord(id, ids);
    throw new UserFault('not-found', {
      found: id,
      expected: ids.join(', ') || 'a programme in force, or a draft of `programme import`',
      values: { name: id },
      ...(near === null ? {} : { didYouMean: near }),
    });
  }
  if (head.kind === 'draft') return { ...guidelineSide(await guidelineDraft(office, id), id), head };
  const names = new Map((await organisationsOf(office)).map((one) => [one.names['zh-Hans'], one.id]));
  return programmeSide(currentReference(office).programme(id), (name) => names.get(name) ?? null);
}
