import { momentAt } from '@zhiheng/acts';
import { type Acting, authorActs, type Draft } from '@zhiheng/indicators';
import { mayDo } from '@zhiheng/rights';
import type { Actor } from '@zhiheng/vocabulary';
import type { DraftRow } from '../answers-definitions.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';

/** Who acts on drafts, at this moment of the office's calendar. */
export async function actingNow({ clock, people, settings }: Office, actor: Actor): Promise<Acting> {
  const calendar = await people.calendar.current();
  return { actor, now: momentAt(clock.now().toISOString(), calendar, settings.get('time-zone')) };
}

/** Persons who wrote a draft or handed it in, each once. */
export function authorsOf({ history }: Pick<Draft, 'history'>): string[] {
  const authors = history.filter(({ act }) => authorActs.some((one) => one === act));
  return [...new Set(authors.map(({ person }) => person))];
}

/** Everybody who had a part in writing a draft, those in whose place it was done too. */
export function doersOf({ history }: Pick<Draft, 'history'>): string[] {
  const authors = history.filter(({ act }) => authorActs.some((one) => one === act));
  return authors.flatMap(({ person, onBehalfOf }) =>
    onBehalfOf === null ? [person] : [person, `account:${onBehalfOf}`],
  );
}

/** A draft as a list tells it, with what the actor could do with it now. */
export async function draftRow(office: Office, draft: Draft, acting: Acting): Promise<DraftRow> {
  const { draft: id, indicator, state, version, takesBack, history } = draft;
  const acts = (await office.drafts.possible(draft, acting)).map(({ act }) => act);
  const publishes = mayDo(acting.actor, 'definitions:publish', { doneBy: doersOf(draft) }).allowed;
  const drafts = mayDo(acting.actor, 'definitions:draft').allowed;
  const last = history.at(-1);
  return {
    ...{ draft: id, indicator, state, version, takesBack },
    names:
      currentReference(office)
        .definitions()
        .find((one) => one.id === indicator)?.names ?? null,
    writtenBy: authorsOf(draft),
    changedBy: last?.person ?? '',
    changedAt: last?.time ?? '',
    acts: acts.filter((act) => (act === 'publish' ? publishes : drafts)),
  };
}
