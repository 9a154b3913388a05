import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useWords } from '../../words/words.js';
import type { TasksState } from '../tasks-state.js';

/** Addresses of lists of tasks, and what opens one without reading the page anew: one listener for thousands of marks. */
export function useOpensLists() {
  const { language } = useWords();
  const router = useRouter();
  return {
    addressOf: (list: TasksState) =>
      `/${language}/tasks?${new URLSearchParams(list as Record<string, string>).toString()}#task-list`,
    open: (event: MouseEvent<HTMLElement>) => {
      const link = (event.target as Element).closest('a');
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const address = link?.getAttribute('href');
      if (!plain || !address) return;
      event.preventDefault();
      router.history.push(address);
    },
  };
}
