import { useQueryClient } from '@tanstack/react-query';
import type { TaskAnswer, TasksActed } from '@zhiheng/office';
import { useCallback } from 'react';
import { send } from '../api/send.js';
import { taskQuery } from '../api/task-queries.js';

/** Acts on one task in the version that is looked at. Whoever comes second is refused, and sees what the first one did. */
export function useTaskAct({ id, version }: Pick<TaskAnswer, 'id' | 'version'>) {
  const queries = useQueryClient();
  const again = useCallback(() => queries.invalidateQueries({ queryKey: taskQuery(id).queryKey }), [queries, id]);
  const post = useCallback(
    async (act: string, more: object = {}) => {
      try {
        return await send<TasksActed>('POST', `tasks/${act}`, { tasks: [{ id, version }], ...more });
      } catch (error) {
        await again();
        throw error;
      }
    },
    [id, version, again],
  );
  return { post, again };
}
