/** Message ids of what a day can be set to. */
export const dayKindWords: Readonly<Record<string, string>> = {
  holiday: 'day-kind.holiday',
  workday: 'day-kind.workday',
  week: 'day-kind.week',
  from: 'day-kind.from',
  until: 'day-kind.until',
};
