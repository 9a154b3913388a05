/** A last day as it is filled in: a day, or so many working days from today; at most one of the two. */
export interface AskedDue {
  readonly day: string;
  readonly workingDays: string;
}

export const noDue: AskedDue = { day: '', workingDays: '' };

/** The same as it is sent; nothing where nothing is filled in. */
export function dueBody({ day, workingDays }: AskedDue): { readonly day?: string; readonly workingDays?: number } {
  if (day !== '') return { day };
  const days = Number(workingDays);
  return Number.isInteger(days) && days > 0 ? { workingDays: days } : {};
}
