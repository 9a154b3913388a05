import type { TaskRow } from '@zhiheng/programme';
import { useState } from 'react';

type Seen = Pick<TaskRow, 'id' | 'version'>;

/** Tasks that are chosen for an act together, each at the version that was looked at. */
export interface Chosen {
  readonly tasks: readonly Seen[];
  readonly has: (id: string) => boolean;
  readonly choose: (tasks: readonly Seen[], on: boolean) => void;
  readonly keep: (ids: readonly string[]) => void;
}

/** What is chosen of a page of tasks; what the page does not show is not acted on. */
export function useChosen(shown: readonly TaskRow[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const tasks = shown.filter(({ id }) => ids.has(id)).map(({ id, version }) => ({ id, version }));
  return {
    tasks,
    has: (id) => ids.has(id),
    choose: (changed, on) => {
      const next = new Set(tasks.map(({ id }) => id));
      for (const { id } of changed) {
        if (on) next.add(id);
        else next.delete(id);
      }
      setIds(next);
    },
    keep: (kept) => setIds(new Set(kept)),
  };
}
