import { durationMultiset } from '@zhiheng/indicators';
import { UserFault, wholeOffice } from '@zhiheng/vocabulary';
import type { DurationsAnswer } from '../answers.js';
import { figureGround, openingSources } from '../figures.js';
import { openingOf, type RecordsInput } from '../opening-of.js';
import { showAdmission, withRecordSession } from '../record-sessions.js';
import { type Command, done } from './command.js';

/** A duration, and the area, the period and the part of it whose lengths are asked for. */
export type DurationsInput = Omit<
  RecordsInput,
  'part' | 'months' | 'statistic' | 'leftOut' | 'limit' | 'after' | 'origin'
>;

/** How long each case behind a duration took, as numbers of cases: a figure, so of the whole office whoever asks. */
export const durations: Command<DurationsInput, DurationsAnswer> = async (input, { office }) => {
  const ground = await figureGround(office, input);
  const { definition, vintage } = ground;
  if (definition.kind !== 'duration') {
    throw new UserFault('usage', { found: definition.id, values: { what: `${definition.id} is no duration` } });
  }
  if (vintage === null) throw new UserFault('vintage-missing', { expected: 'a vintage' });
  const request = { ...openingOf(input, definition), definition };
  const multiset = await withRecordSession(office, vintage, wholeOffice, async (session) => {
    const admission = await showAdmission(session, vintage, definition);
    return durationMultiset(request, session, { ...openingSources(office, ground), admission });
  });
  return done({ ...multiset, target: definition.clock.target, vintage: vintage.name });
};
