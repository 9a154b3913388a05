import { type Draft, type DraftStep, lineDifference, publicationsOf, shippedText, textHash } from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { DefinitionHistoryAnswer, DraftAnswer, DraftRow } from '../answers-definitions.js';
import { actingNow, draftRow } from '../definitions/draft-rows.js';
import { checkText, demandSound, draftedId } from '../definitions/draft-text.js';
import { tellAuthors, tellReviewers } from '../definitions/tell-of-draft.js';
import type { Office } from '../office.js';
import { type Command, type CommandContext, done } from './command.js';

export interface DraftInput {
  readonly text: string;
  /** Left out: the id in the text. */
  readonly id?: string;
  readonly note?: string;
  /** The draft and its version that were looked at; left out: the newest. */
  readonly draft?: string;
  readonly version?: number;
}

/** Keeps a text as the draft of its indicator; a faulty one too. */
export const indicatorDraft: Command<DraftInput, DraftAnswer> = async ({ id, ...given }, context) => {
  const { office, actor } = context;
  const indicator = draftedId(given.text, id);
  const draft = await office.drafts.save({ indicator, ...given }, await actingNow(office, actor));
  return done(await answerOf(draft, context));
};

/** Drafts that wait for somebody. */
export const indicatorDrafts: Command<object, DraftRow[]> = async (_, { office, actor }) => {
  const acting = await actingNow(office, actor);
  const open = await office.drafts.open();
  return done(await Promise.all(open.map((draft) => draftRow(office, draft, acting))));
};

/** A draft by its id, or the newest of an indicator. */
export const indicatorDraftShow: Command<{ id: string }, DraftAnswer> = async ({ id }, context) =>
  done(await answerOf(await context.office.drafts.get(id), context));

/** Hands a draft in; a faulty one is refused. */
export const indicatorSubmit: Command<DraftStep, DraftAnswer> = async (step, context) => {
  const { office, actor } = context;
  const { indicator, text } = await office.drafts.get(step.id);
  demandSound(office, indicator, text);
  const draft = await office.drafts.submit(step, await actingNow(office, actor));
  await tellReviewers(office, actor, draft);
  return done(await answerOf(draft, context));
};

/** A second person puts a draft in force. */
export const indicatorPublish: Command<DraftStep, DraftAnswer> = async (step, context) => {
  const { office, actor } = context;
  const { indicator, text } = await office.drafts.get(step.id);
  demandSound(office, indicator, text);
  const file = shippedText(office.definitionsFolder, indicator);
  const shipped = file === null ? null : textHash(file);
  const draft = await office.drafts.publish({ ...step, shipped }, await actingNow(office, actor));
  await office.definitions.readAgain();
  await tellAuthors(office, actor, draft);
  return done(await answerOf(draft, context));
};

/** Gives a draft back to those who wrote it. */
export const indicatorReturn: Command<DraftStep, DraftAnswer> = async (step, context) =>
  ended(await context.office.drafts.return(step, await actingNow(context.office, context.actor)), context);

/** Withdraws an open draft; `published`: proposes that what stood before the publication in force holds again. */
export const indicatorWithdraw: Command<DraftStep & { readonly published?: boolean }, DraftAnswer> = async (
  { published = false, ...step },
  context,
) => {
  const { office, actor } = context;
  const acting = await actingNow(office, actor);
  if (!published) return ended(await office.drafts.withdraw(step, acting), context);
  const publications = await publicationsOf(office.ledger, step.id);
  const inForce = publications.at(-1);
  if (inForce === undefined) {
    throw new UserFault('draft-refused', { found: step.id, values: { what: 'nobody has published this definition' } });
  }
  const before = publications.at(-2)?.text ?? null;
  demandSound(office, step.id, before);
  const wanted = { indicator: step.id, text: before, publication: inForce.act };
  const draft = await office.drafts.takeBack(wanted, step.reason ?? '', acting);
  await tellReviewers(office, actor, draft);
  return done(await answerOf(draft, context));
};

/** The publications of a definition, the newest first, each with what it changed. */
export const indicatorHistory: Command<{ id: string }, DefinitionHistoryAnswer> = async ({ id }, { office }) => {
  const publications = await publicationsOf(office.ledger, id);
  const text = shippedText(office.definitionsFolder, id);
  const shipped = text === null ? null : { text, hash: textHash(text) };
  const told = publications.map((one, index) => {
    // What a publication without a text gives way to is known while the file is the one of that time.
    const file = one.shipped === (shipped?.hash ?? null) ? text : undefined;
    const earlier = publications[index - 1]?.text ?? file;
    const later = one.text ?? file;
    const difference = earlier === undefined || later === undefined ? null : lineDifference(earlier, later);
    return { ...one, difference };
  });
  const replaced = publications.at(-1);
  return done({
    indicator: id,
    shipped,
    shippedChanged: replaced !== undefined && replaced.text !== null && replaced.shipped !== (shipped?.hash ?? null),
    publications: told.reverse(),
  });
};

async function ended(draft: Draft, context: CommandContext) {
  await tellAuthors(context.office, context.actor, draft);
  return done(await answerOf(draft, context));
}

async function answerOf(draft: Draft, { office, actor }: CommandContext): Promise<DraftAnswer> {
  const { names, writtenBy, acts } = await draftRow(office, draft, await actingNow(office, actor));
  const inForce = textInForce(office, draft.indicator);
  const text = draft.text ?? shippedText(office.definitionsFolder, draft.indicator);
  return {
    ...draft,
    ...{ names, writtenBy, acts, inForce },
    texts: await office.drafts.texts(draft.draft),
    difference: lineDifference(inForce, text),
    check: draft.text === null ? { ok: true, faults: [] } : checkText(office, draft.text, draft.indicator),
  };
}

function textInForce({ definitions, definitionsFolder }: Office, id: string): string | null {
  return definitions.texts[id] ?? shippedText(definitionsFolder, id);
}
