import { type Collection, collectObjects } from '../collect.js';
import {
  createRelease,
  diffReleases,
  listReleases,
  type ReleaseAnswer,
  type ReleaseDifference,
  type ReleaseRequest,
  showRelease,
  type VerifyAnswer,
  verifyRelease,
} from '../releases.js';
import { type Command, done } from './command.js';

export const releaseCreate: Command<ReleaseRequest, ReleaseAnswer> = async (request, context) =>
  done(await createRelease(context.office, context.actor, request, context));

export const releaseList: Command<object, ReleaseAnswer[]> = async (_, { office }) => done(await listReleases(office));

export const releaseShow: Command<{ name?: string }, ReleaseAnswer> = async ({ name }, { office }) =>
  done(await showRelease(office, name));

export const releaseVerify: Command<{ name?: string }, VerifyAnswer> = async ({ name }, context) => {
  const answer = await verifyRelease(context.office, name, context);
  return { json: answer, exit: answer.ok ? 0 : 1 };
};

export const releaseDiff: Command<{ a: string; b: string }, ReleaseDifference> = async ({ a, b }, { office, scope }) =>
  done(await diffReleases(office, a, b, scope));

/** Removes what no act names any more. */
export const releaseCollect: Command<object, Collection> = async (_, { office }) => done(await collectObjects(office));
