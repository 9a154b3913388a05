import type { TaskTimelineAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { EmptyState } from '../../states/EmptyState.js';
import { useWords } from '../../words/words.js';
import { nameOfKey } from '../tally-keys.js';
import { useTaskNames } from '../useTaskNames.js';
import { TimelineChart, type TimelineChartProps } from './TimelineChart.js';
import { UnpublishedRemark } from './TimelineLegend.js';
import { TimelineTable } from './TimelineTable.js';
import { listOf, type TimelineCounts } from './timeline-marks.js';
import type { TimelineState } from './timeline-state.js';
import { useOpensLists } from './useOpensLists.js';
import { useWide } from './useWide.js';

export interface TimelineYearProps {
  readonly answer: TaskTimelineAnswer;
  readonly state: TimelineState;
}

/** The rows of the year in weeks; by month where the page is narrow or somebody asks for it. */
export function TimelineYear({ answer, state }: TimelineYearProps) {
  const { word } = useWords();
  const wide = useWide();
  const [table, setTable] = useState(false);
  const { by, programme, rows } = answer;
  const names = useTaskNames(programme);
  const { addressOf, open } = useOpensLists();
  if (rows.length === 0) {
    return state.owner === undefined ? (
      <EmptyState heading={word('tasks.empty.heading')}>
        <p>{word('tasks.empty.advice')}</p>
      </EmptyState>
    ) : (
      <p className="empty-line">{word('timeline.none')}</p>
    );
  }
  const listed: TimelineChartProps['listed'] = (row, mark, days) => {
    const list = listOf(row, mark, days, { by, programme, state });
    return list === null ? undefined : addressOf(list);
  };
  const shared = { answer, listed, open, nameOf: (key: string | null) => nameOfKey(by, key, names, word) };
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  const stillOpen = ({ late, dueSoon, onTime }: TimelineCounts) => late + dueSoon + onTime;
  const outside = {
    undated: sum(({ undated }) => undated.open),
    before: sum(({ before }) => stillOpen(before)),
    after: sum(({ after }) => stillOpen(after)),
  };
  return (
    <section className="block">
      {wide ? <TimelineChart key={`${programme} ${by}`} {...shared} /> : <UnpublishedRemark answer={answer} />}
      {Object.values(outside).every((count) => count === 0) ? null : (
        <p className="remark">{word('timeline.outside', outside)}</p>
      )}
      {wide ? (
        <details open={table} onToggle={(event) => setTable(event.currentTarget.open)}>
          <summary>{word('timeline.table')}</summary>
          {table ? <TimelineTable {...shared} /> : null}
        </details>
      ) : (
        <TimelineTable {...shared} />
      )}
    </section>
  );
}
