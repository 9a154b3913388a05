import type { RoundStep } from '@zhiheng/indicators';
import type { CorrectionAnswer, VintageAnswer, VintageShown } from '../answers-vintages.js';
import { actingNow } from '../definitions/draft-rows.js';
import { correctionsOf } from '../publishing/corrections.js';
import { signVintage } from '../publishing/sign-vintage.js';
import { tellProposers, tellSigners } from '../publishing/tell-of-publication.js';
import { listVintages, showVintage } from '../publishing/vintage-rows.js';
import { computersOf, namedVintage } from '../vintages.js';
import { type Command, done } from './command.js';

export const vintageList: Command<object, VintageAnswer[]> = async (_, { office, actor }) =>
  done(await listVintages(office, actor));

export const vintageShow: Command<{ name: string }, VintageShown> = async ({ name }, { office, actor }) =>
  done(await showVintage(office, actor, name));

/** Proposes to publish a vintage, again where it was returned; a second person signs it. */
export const vintagePublish: Command<RoundStep, VintageShown> = async ({ vintage: name, ...step }, context) => {
  const { office, actor } = context;
  const { act } = await namedVintage(office, name);
  const proposed = { vintage: name, hash: act.hash, computedBy: await computersOf(office, name) };
  const round = await office.publications.propose(proposed, step, await actingNow(office, actor));
  await tellSigners(office, actor, round);
  return done(await showVintage(office, actor, name));
};

/** A second person, who neither proposed nor computed it, puts a vintage before readers. */
export const vintageSign: Command<RoundStep, VintageShown> = async (step, context) => {
  const { office, actor } = context;
  await tellProposers(office, actor, await signVintage(step, context));
  return done(await showVintage(office, actor, step.vintage));
};

/** Gives a proposal back, with a reason. */
export const vintageReturn: Command<RoundStep, VintageShown> = async (step, { office, actor }) => {
  await tellProposers(office, actor, await office.publications.return(step, await actingNow(office, actor)));
  return done(await showVintage(office, actor, step.vintage));
};

/** Whoever proposed a vintage takes the proposal back. */
export const vintageWithdraw: Command<RoundStep, VintageShown> = async (step, { office, actor }) => {
  await tellProposers(office, actor, await office.publications.withdraw(step, await actingNow(office, actor)));
  return done(await showVintage(office, actor, step.vintage));
};

/** Correction notices, the newest first: which published values were replaced by which, and why. */
export const vintageNotices: Command<object, CorrectionAnswer[]> = async (_, { office }) =>
  done(await correctionsOf(office));
