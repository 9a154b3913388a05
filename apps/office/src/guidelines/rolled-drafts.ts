import { type FieldKind, fieldsOfNextYear } from '@zhiheng/programme';
import type { Actor } from '@zhiheng/vocabulary';
import type { GuidelineDraftRow } from '../answers-guidelines.js';
import type { Office } from '../office.js';

/** The act that makes the draft of a next year; its object is the draft, its hash names `KeptRoll`. */
export const rollAct = 'programme:roll';

/** What the lake keeps of a draft for a next year: the text of the programme that it was made of, and the targets that were reached by then. */
export interface KeptRoll {
  readonly kept: 'zhiheng-roll/1';
  readonly of: string;
  readonly year: number;
  readonly file: string;
  readonly text: string;
  readonly reached: readonly string[];
}

/** Keeps the draft of a next year; one that is the same as an open one is that. */
export async function keepRoll(office: Office, actor: Actor, roll: KeptRoll): Promise<string> {
  const { sha256 } = await office.store.putJson(roll);
  const draft = `n${sha256.slice(0, 16)}`;
  if ((await office.ledger.last(rollAct, draft)) === null)
    await office.act(actor, rollAct, draft, sha256, { of: roll.of, year: roll.year });
  return draft;
}

/** The drafts of next years. `accepted`: the programmes that drafts became. */
export async function rolledDrafts(
  office: Office,
  accepted: ReadonlyMap<string, string>,
): Promise<GuidelineDraftRow[]> {
  const acts = await office.ledger.acts(rollAct);
  return Promise.all(
    acts.map(async ({ object: draft, hash, time, person }): Promise<GuidelineDraftRow> => {
      const { file, text, year } = (await office.store.getJson(hash)) as KeptRoll;
      const { fields, languages } = fieldsOfNextYear(text, new Set());
      const of = (kind: FieldKind) => fields.filter((field) => field.kind === kind);
      const names = of('title')[0]?.read?.names as Readonly<Record<string, string>> | undefined;
      return {
        ...{ kind: 'roll', draft, file, format: 'yaml', year, number: null, issuedOn: null },
        ...{ importedAt: time, importedBy: person, programme: accepted.get(draft) ?? null },
        title: names?.[languages[0] ?? 'zh-Hans'] ?? null,
        ...{ items: of('item').length, targets: of('target').length, noise: 0 },
      };
    }),
  );
}
