import type { Guard, Instance } from '@zhiheng/acts';
import type { Actor, LocalizedText } from '@zhiheng/vocabulary';
import type { OrganisationTree } from './organisation-tree.js';

export const text = (hans: string, hant: string, en: string): LocalizedText => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

/** Hashes of the files that stand for a task: those that were added and not struck out again. */
export function filesStanding({ history }: Pick<Instance, 'history'>): string[] {
  const files = new Set<string>();
  for (const { act, input } of history) {
    if (act === 'evidence') files.add(String(input.file));
    if (act === 'strike') files.delete(String(input.file));
  }
  return [...files];
}

/** Conditions on tasks, over the organisations as they stand. */
export function taskGuards(tree: OrganisationTree): Readonly<Record<string, Guard>> {
  const assigner = (instance: Instance, actor: Actor) => tree.speaksFor(actor, String(instance.facts.assignedBy ?? ''));
  return {
    assigner: {
      words: text(
        '须由交办单位或其上级的计划人员办理',
        '須由交辦單位或其上級的計畫人員辦理',
        'a planner of the organisation that assigned it, or of one above',
      ),
      holds: ({ instance, actor }) => assigner(instance, actor),
    },
    'assigner-evidenced': {
      words: text(
        '须由交办单位或其上级办理，且已有佐证材料',
        '須由交辦單位或其上級辦理，且已有佐證資料',
        'a planner of the organisation that assigned it, or of one above, and a file of evidence',
      ),
      holds: ({ instance, actor }) => assigner(instance, actor) && filesStanding(instance).length > 0,
    },
    party: {
      words: text(
        '须由承办或配合单位办理',
        '須由承辦或配合單位辦理',
        'somebody of the owner or of a supporting organisation',
      ),
      holds: ({ instance, actor }) =>
        actor.kind === 'operator' ||
        (actor.organisation !== null &&
          [instance.organisation, ...String(instance.facts.supporting ?? '').split(' ')].includes(actor.organisation)),
    },
    evidenced: {
      words: text('须先有佐证材料', '須先有佐證資料', 'a file of evidence'),
      holds: ({ instance }) => filesStanding(instance).length > 0,
    },
    'own-last-act': {
      words: text('只能撤销本人刚办理的一步', '只能撤銷本人剛辦理的一步', 'the last act, and by whoever did it'),
      // That somebody moved the last day meanwhile changes nothing about whose act stands.
      holds: ({ instance, actor }) =>
        instance.history.findLast(({ act }) => act !== 'deadline')?.person === actor.person,
    },
  };
}
