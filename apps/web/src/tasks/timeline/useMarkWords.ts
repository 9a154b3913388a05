import { useMemo } from 'react';
import { useWords } from '../../words/words.js';
import type { MarkLight, TimelineCounts } from './timeline-marks.js';

/** Message ids of the counts of a mark, the most pressing first. */
const countWords = {
  late: 'timeline.count.late',
  dueSoon: 'timeline.count.due-soon',
  onTime: 'timeline.count.on-time',
  closed: 'timeline.count.closed',
} as const;
const kinds = ['late', 'dueSoon', 'onTime', 'closed'] as const;

/** Message ids of the lights of marks. */
export const markWords: Readonly<Record<MarkLight, string>> = {
  late: 'task.light.late',
  'due-soon': 'task.light.due-soon',
  'on-time': 'task.light.on-time',
  closed: 'timeline.legend.closed',
};

/** Tells the counts of a mark in words. Thousands of marks have few different counts: each is put into words once. */
export function useMarkWords(): (counts: TimelineCounts) => string {
  const { word } = useWords();
  return useMemo(() => {
    const parted = word('list.comma');
    const known = new Map<string, string>();
    const tell = (kind: (typeof kinds)[number], tasks: number) => {
      const said = known.get(`${kind} ${tasks}`) ?? word(countWords[kind], { tasks });
      known.set(`${kind} ${tasks}`, said);
      return said;
    };
    return (counts) =>
      kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => tell(kind, counts[kind]))
        .join(parted);
  }, [word]);
}
