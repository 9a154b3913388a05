import { basename } from 'node:path';
import { clausesOf, type ProgrammeEdition } from '@zhiheng/programme';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import type { GuidelineAnswer, GuidelineDraftRow, ProgrammeAnswer, ProgrammeRow } from '../answers-guidelines.js';
import { programmeEdition, programmeEditions, reopen } from '../guidelines/editions.js';
import { guidelineDraft, guidelineDrafts, keepGuideline } from '../guidelines/guideline-drafts.js';
import { shownSections } from '../guidelines/shown-sections.js';
import type { ReadGuidelineInput, ReadGuidelineOutput } from '../jobs/read-guideline-job.js';
import { organisationsOf } from '../people/organisations-of.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';

/**
 * Reads a guideline (TXT, HTML, DOCX, PDF with text) and keeps what was read as a draft, traced to its places; nothing enters a programme.
 * Throws what a document can be refused for.
 */
export const programmeImport: Command<{ readonly path: string; readonly name?: string }, GuidelineAnswer> = async (
  { path, name },
  { office, actor, onProgress, signal },
) => {
  const input: ReadGuidelineInput = {
    path,
    definitionsFolder: office.definitionsFolder,
    organisations: (await organisationsOf(office))
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, names }) => ({ id, name: names['zh-Hans'] })),
  };
  const read = await office.runJob<ReadGuidelineOutput>({ job: 'read-guideline', input }, onProgress, signal);
  return done(await keepGuideline(office, actor, { ...read, file: name ?? basename(path) }));
};

/** A guideline that was imported, as it was read. Throws `not-found`. */
export const programmeDraft: Command<{ readonly draft: string }, GuidelineAnswer> = async ({ draft }, { office }) =>
  done(await guidelineDraft(office, draft));

export const programmeDrafts: Command<object, GuidelineDraftRow[]> = async (_, { office }) =>
  done(await guidelineDrafts(office));

/** The programmes in force. */
export const programmeList: Command<object, ProgrammeRow[]> = async (_, { office }) =>
  done(
    currentReference(office)
      .programmes()
      .map(({ id, names, number, year, targets, handIn }) => ({
        ...{ id, names, number, year, targets: targets.length },
        handIn: { due: handIn.due, to: handIn.to },
      })),
  );

/** A programme with its clauses; of one clause, no more than that. Throws `not-found`. */
export const programmeShow: Command<{ readonly id: string; readonly clause?: string }, ProgrammeAnswer> = async (
  { id, clause },
  { office },
) => {
  const reference = currentReference(office);
  const programme = reference.programme(id);
  const sections = shownSections(programme, reference.definitions(), clause);
  if (clause !== undefined && sections.length === 0) {
    const ids = clausesOf(programme).map((one) => one.id);
    throw new UserFault('not-found', {
      found: clause,
      expected: ids.join(', ') || 'a programme with clauses',
      ...nearest(clause, ids),
      values: { name: clause },
    });
  }
  const { names, number, issuedOn, year, handIn, ownersProposed, departments } = programme;
  return done({ id: programme.id, names, number, issuedOn, year, handIn, ownersProposed, departments, sections });
};

function nearest(found: string, known: readonly string[]) {
  const near = nearestWord(found, known);
  return near === null ? {} : { didYouMean: near };
}

/** Opens a draft again that became a programme, which stays in force. Throws `not-found`, `act-refused`. */
export const programmeReopen: Command<{ readonly draft: string; readonly reason: string }, ProgrammeEdition> = async (
  input,
  context,
) => done(await reopen(input, context));

/** The texts that a programme had; with `edition` that one alone, as it was accepted. Throws `not-found`. */
export const programmeEditionsOf: Command<
  { readonly id: string; readonly edition?: number },
  readonly (ProgrammeEdition & { readonly text?: string })[]
> = async ({ id, edition }, { office }) =>
  done(edition === undefined ? await programmeEditions(office, id) : [await programmeEdition(office, { id, edition })]);
