import type { TaskAnswer, TaskShown } from '@zhiheng/office';
import { textTable } from '../text-table.js';

/** A task as the terminal shows it. */
export function showTask(task: TaskAnswer | TaskShown): string {
  const { due, history, evidence, steps, parts, acts, progress, cameBack, movedDays } = task;
  const head = { ...task, due: due === null ? null : `${due.day}${due.provisional ? ' (provisional)' : ''}` };
  return [
    task.title,
    textTable([head], ['id', 'programme', 'clause', 'owner', 'supporting', 'state', 'due', 'light', 'reopened']),
    ...(progress === null ? [] : [`${progress.time} ${progress.state}: ${progress.text}`]),
    ...(cameBack === null ? [] : [`came back (${cameBack.act}): ${cameBack.reason} ${cameBack.note ?? ''}`]),
    ...movedDays.map(({ time, from, to, reason, note }) =>
      `${time} last day moved from ${from?.day ?? 'none'} to ${to.day}: ${reason} ${note ?? ''}`.trimEnd(),
    ),
    ...(steps.length === 0 ? [] : [textTable(steps, ['place', 'title', 'due', 'doneOn', 'light'])]),
    ...(evidence.length === 0 ? [] : [textTable(evidence, ['name', 'format', 'bytes', 'time', 'struckAt', 'sha256'])]),
    ...(parts.length === 0 ? [] : [textTable(parts, ['id', 'title', 'owner', 'state', 'light'])]),
    ...figuresOf(task),
    textTable(history, ['version', 'time', 'act', 'from', 'to', 'person', 'input']),
    `possible now: ${acts.join(', ') || 'nothing'}`,
  ].join('\n\n');
}

function figuresOf(task: TaskAnswer | TaskShown): string[] {
  if (!('verdicts' in task)) return [];
  const { verdicts, figures } = task;
  return [
    ...(verdicts.length === 0
      ? []
      : [textTable(verdicts, ['target', 'period', 'value', 'limit', 'verdict', 'reason'])]),
    ...(figures.length === 0
      ? []
      : [textTable(figures, ['indicator', 'area', 'period', 'breakdown', 'value', 'status'])]),
  ];
}
