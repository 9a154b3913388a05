import { Instances } from '@zhiheng/acts';
import type { Ledger } from '@zhiheng/ledger';
import { OwnFault } from '@zhiheng/vocabulary';
import type { DefinitionPublication } from './draft.js';
import { authorActs, draftFlow, draftFlowName } from './draft-flow.js';
import type { DraftTables } from './drafts-table.js';

/** Texts that people put in force, by the id of their indicator; null: what came with the software holds again. */
export type PublishedTexts = Readonly<Record<string, string>>;

/** The publications of an indicator, the oldest first: the history of its definition. Opened as for `Drafts`. */
export async function publicationsOf(ledger: Ledger, indicator: string): Promise<DefinitionPublication[]> {
  const instances = new Instances(ledger, [draftFlow]);
  const rows = await rowsOf(ledger).where('publication.indicator', '=', indicator).execute();
  return Promise.all(
    rows.map(async ({ act, draft, text, hash, takes_back: takesBack, shipped }) => {
      const history = (await instances.get(draftFlowName, draft))?.history ?? [];
      const published = history.at(-1);
      if (published?.act !== 'publish') throw new OwnFault(`the draft ${draft} was not published last`);
      const authors = history.filter((entry) => authorActs.some((one) => one === entry.act));
      const { person: publishedBy, time, input } = published;
      const writtenBy = [...new Set(authors.map(({ person }) => person))];
      const reason = String(input.reason);
      return { act, indicator, draft, text, hash, takesBack, writtenBy, publishedBy, time, reason, shipped };
    }),
  );
}

/** The texts in force over the files that come with the software, and the newest publication among all. */
export async function publishedTexts(ledger: Ledger): Promise<{ texts: PublishedTexts; newest: number }> {
  const texts = new Map<string, string>();
  let newest = 0;
  for (const { act, indicator, text } of await rowsOf(ledger).execute()) {
    newest = Math.max(newest, act);
    if (text === null) texts.delete(indicator);
    else texts.set(indicator, text);
  }
  return { texts: Object.fromEntries(texts), newest };
}

function rowsOf(ledger: Ledger) {
  return ledger
    .database<DraftTables>()
    .selectFrom('indicators_publications as publication')
    .innerJoin('indicators_texts as kept', (join) =>
      join.onRef('kept.draft', '=', 'publication.draft').onRef('kept.version', '=', 'publication.version'),
    )
    .innerJoin('indicators_drafts as round', 'round.draft', 'publication.draft')
    .select(['publication.act', 'publication.indicator', 'publication.draft', 'publication.shipped'])
    .select(['kept.text', 'kept.hash', 'round.takes_back'])
    .orderBy('publication.act');
}
