/**
 * Five thousand tasks of a programme along its year: sixty owners, every clause, and four states. As rows of the ledger, since what is
 * measured reads them, and assigning them one by one takes minutes.
 * @typedef {{ programme: string, year: number, owners: readonly string[], clauses: readonly string[], assignedBy: string }} Asked
 */

const states = ['assigned', 'in-work', 'in-work', 'handed-in', 'closed', 'closed', 'assigned'];

/** @param {Asked} asked @param {number} [count] */
export function manyTasks({ programme, year, owners, clauses, assignedBy }, count = 5000) {
  const made = `${year}-01-03T01:00:00.000Z`;
  return Array.from({ length: count }, (_, index) => ({
    ...{
      id: `${programme}-${index + 1}`,
      seq: index + 1,
      programme,
      target: null,
      parent: null,
      title: `任务${index}`,
    },
    ...{ clause: clauses[(index * 11) % clauses.length] ?? null, owner: owners[index % owners.length] ?? '' },
    ...{ assigned_by: assignedBy, area: null, wanted: null, indicators: '[]', targets: '[]', version: 1 },
    // One in fifty has no last day.
    due: index % 50 === 7 ? null : new Date(Date.UTC(year, 0, 1 + ((index * 37) % 365))).toISOString().slice(0, 10),
    state: states[index % states.length] ?? '',
    ...{ progress: null, progress_text: null, progress_at: null, back_act: null, back_reason: null, back_note: null },
    ...{ milestones: 0, milestones_done: 0, files: 0, reopened: 0, moved: 0, assigned_at: made, changed_at: made },
  }));
}

/**
 * Sixty owners: organisations of an office, then names that are none.
 * @param {readonly string[]} organisations
 */
export function sixtyOwners(organisations) {
  return Array.from({ length: 60 }, (_, index) => organisations[index] ?? `unit-${index}`);
}

/**
 * Puts rows of tasks into a ledger.
 * @param {import('@zhiheng/ledger').Ledger} ledger
 * @param {ReturnType<typeof manyTasks>} rows
 */
export async function fillLedger(ledger, rows) {
  /** @type {(transaction: import('@zhiheng/ledger').LedgerTransaction<{ programme_tasks: (typeof rows)[number] }>) => Promise<void>} */
  const fill = async ({ database, append }) => {
    for (let from = 0; from < rows.length; from += 250) {
      await database
        .insertInto('programme_tasks')
        .values(rows.slice(from, from + 250))
        .execute();
    }
    await append({ time: rows[0]?.assigned_at ?? '', person: 'local:root', kind: 'made', object: 'tasks', hash: '' });
  };
  await ledger.transact(fill);
}
