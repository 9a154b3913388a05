import type { KeyboardEvent } from 'react';

/** Arrow keys go from mark to mark: along a row, and to the nearest one of the row above or below. One mark alone is reached by Tab. */
export function walkMarks(event: KeyboardEvent<HTMLElement>): void {
  const here = (event.target as Element).closest<HTMLElement>('[data-place]');
  const next = here === null ? null : nextMark(event.currentTarget, here, event.key);
  if (here === null || next === null) return;
  event.preventDefault();
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function nextMark(chart: HTMLElement, here: HTMLElement, key: string): HTMLElement | null {
  const rows = [...chart.querySelectorAll('li')].filter((row) => row.querySelector('[data-place]') !== null);
  const row = rows.findIndex((one) => one.contains(here));
  const marks = marksOf(rows[row]);
  const at = marks.indexOf(here);
  if (key === 'ArrowRight') return marks[at + 1] ?? null;
  if (key === 'ArrowLeft') return marks[at - 1] ?? null;
  if (key === 'Home') return marks[0] ?? null;
  if (key === 'End') return marks.at(-1) ?? null;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const place = (mark: HTMLElement) => Math.abs(Number(mark.dataset.place) - Number(here.dataset.place));
  const [nearest] = marksOf(rows[row + (key === 'ArrowDown' ? 1 : -1)]).toSorted((a, b) => place(a) - place(b));
  return nearest ?? null;
}

function marksOf(row: Element | undefined): HTMLElement[] {
  return row === undefined ? [] : [...row.querySelectorAll<HTMLElement>('[data-place]')];
}
