import { useQuery } from '@tanstack/react-query';
import { officeQuery, programmeQuery } from '../api/queries.js';
import { taskRulesQuery } from '../api/task-queries.js';
import { clausesOf } from '../programme/narrow-sections.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useOrganisationNames } from '../staff/useOrganisationNames.js';
import { useWords } from '../words/words.js';
import type { TallyReason } from './tally-totals.js';

export interface TaskNames {
  readonly organisation: (id: string) => string;
  /** `3a` and its words, where they are known. */
  readonly clause: (id: string) => string;
  readonly area: (code: string) => string;
  /** How work stands. */
  readonly progress: (code: string) => string;
  /** Why a task came back. */
  readonly reason: (code: string) => string;
  /** Why tasks are late, with how many. */
  readonly why: (reason: TallyReason) => string;
}

/** Words of the codes that lists and tallies of tasks carry. */
export function useTaskNames(programme: string | undefined, areas: readonly string[] = []): TaskNames {
  const { word, own } = useWords();
  const organisation = useOrganisationNames();
  const { nameOf } = useAreaNames(areas);
  const { data: rules } = useQuery(taskRulesQuery());
  const office = useQuery(officeQuery());
  const known = office.data?.programmes.some(({ id }) => id === programme) === true;
  const { data: answer } = useQuery({ ...programmeQuery(programme ?? ''), enabled: known });
  const clauses = new Map(clausesOf(answer?.sections ?? []).map((clause) => [clause.id, own(clause.names)]));
  const named = (words: readonly { id: string; names: Parameters<typeof own>[0] }[] | undefined, code: string) => {
    const found = words?.find(({ id }) => id === code);
    return found === undefined ? code : own(found.names);
  };
  const progress = (code: string) => named(rules?.progress, code);
  const reason = (code: string) => named(rules?.reasons, code);
  const told = ({ kind, code }: TallyReason): string => {
    if (kind === 'unsigned') return word('tasks.why.unsigned');
    if (kind === 'no-evidence') return word('tasks.why.no-evidence');
    if (kind === 'waits-for-closing') return word('tasks.why.waits');
    if (kind === 'came-back') return word('tasks.why.came-back', { reason: reason(code ?? '') });
    return word('tasks.why.progress', { progress: progress(code ?? '') });
  };
  return {
    ...{ organisation, area: nameOf, progress, reason },
    clause: (id) => [id, clauses.get(id)].filter((part) => part !== undefined).join(' '),
    why: (one) => word('tasks.why', { why: told(one), tasks: one.tasks }),
  };
}
