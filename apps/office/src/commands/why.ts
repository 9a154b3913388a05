import { explainRecord, isComputed, isMade } from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { WhyAnswer } from '../answers.js';
import { tagSourceOf } from '../classification/tag-source-of.js';
import { figureGround, openingSources, partOf } from '../figures.js';
import { openingOf, type RecordsInput } from '../opening-of.js';
import { showAdmission, withRecordSession } from '../record-sessions.js';
import { type Command, done } from './command.js';

/** A figure, and one record that may count in it. */
export type WhyInput = Omit<RecordsInput, 'leftOut' | 'limit' | 'after' | 'origin'> & { readonly id: string };

/**
 * Why a record counts in a figure, or what leaves it out, as far as the scope shows the record. Throws `not-found`, also for a record that
 * the scope withholds; `vintage-missing`; `usage` for a figure that is not counted from records, and for one that is made of others
 * where no part is named.
 */
export const why: Command<WhyInput, WhyAnswer> = async (input, context) => {
  const { office, scope } = context;
  const ground = await figureGround(office, input);
  const { definition, vintage } = ground;
  if (isMade(definition)) return why({ ...partOf(input, definition, ground), id: input.id }, context);
  if (!isComputed(definition)) {
    throw new UserFault('usage', {
      found: definition.id,
      values: { what: `${definition.id} counts no records itself` },
    });
  }
  if (vintage === null) throw new UserFault('vintage-missing', { expected: 'a vintage' });
  const request = { ...openingOf(input, definition), id: input.id };
  const tags = await tagSourceOf(office, vintage, definition);
  const explained = await withRecordSession(office, vintage, scope, async (session) => {
    const admission = await showAdmission(session, vintage, definition);
    return explainRecord(request, session, { ...openingSources(office, ground), admission, tags });
  });
  if (explained === null) {
    throw new UserFault('not-found', { found: input.id, expected: 'the id of a record', values: { name: input.id } });
  }
  return done({ ...explained, vintage: vintage.name, release: vintage.release });
};
