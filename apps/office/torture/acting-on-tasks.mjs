// Acts on tasks of an office without end, and prints each act once it is acknowledged, a line of JSON each. To be killed.
// Usage: node acting-on-tasks.mjs FOLDER

import { randomInt, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carryOut, Office } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';

const [folder = ''] = process.argv.slice(2);
const office = await Office.open({ folder, clock: { now: () => new Date() } });
/** @type {(name: string, organisation: string, role: import('@zhiheng/vocabulary').Role, areas: 'everywhere' | string[]) => import('@zhiheng/vocabulary').Actor} */
const account = (name, organisation, role, areas) => ({
  ...localOperator(name),
  ...{ person: `account:${name}`, kind: 'account', account: name, organisation, roles: [role], areas },
});
const planner = account('wang', 'planning', 'planner', 'everywhere');
/** @type {Record<string, import('@zhiheng/vocabulary').Actor>} */
const regions = {
  guangdong: account('chen', 'guangdong', 'region', ['440000']),
  beijing: account('bei', 'beijing', 'region', ['110000']),
};

/** @param {string} name @param {object} input @param {import('@zhiheng/vocabulary').Actor} actor */
const act = async (name, input, actor) => {
  const { json } = await carryOut(`task-${name}`, input, { office, actor, onProgress: () => {} });
  const { tasks } = /** @type {import('@zhiheng/office').TasksActed} */ (json);
  process.stdout.write(
    `${JSON.stringify({ name, tasks: tasks.map(({ id, version, state }) => ({ id, version, state })) })}\n`,
  );
  return tasks;
};
const path = join(tmpdir(), `${randomUUID()}.txt`);

/** What can be done next with a task, and how. @param {import('@zhiheng/office').TaskAnswer} task */
const onwards = async ({ id, owner, state, version }) => {
  const on = { tasks: [{ id, version }] };
  const own = regions[owner] ?? planner;
  const other = owner === 'guangdong' ? 'beijing' : 'guangdong';
  if (state === 'assigned') return act('sign', on, own);
  if (state === 'signed' || state === 'in-work') {
    const chance = randomInt(6);
    if (chance === 0) return act('return', { ...on, reason: 'not-ours', to: other }, own);
    if (chance < 4) {
      writeFileSync(path, `${randomUUID()}\n`);
      return act('progress', { ...on, state: 'on-plan', text: randomUUID(), files: [{ path }] }, own);
    }
    return state === 'signed' ? act('undo', on, own) : act('progress', { ...on, state: 'done', text: 'x' }, own);
  }
  if (state === 'returned') return act('return', { ...on, reason: 'not-ours', to: other }, planner);
  if (state === 'handed-in') return act('close', on, planner);
  return state === 'closed' ? act('reopen', { ...on, reason: 'relapsed' }, planner) : [];
};

for (;;) {
  const made = await act('assign', { to: Object.keys(regions), title: randomUUID(), workingDays: 10 }, planner);
  // Both at once: all or none.
  for (const task of made) {
    let now = task;
    for (let turn = 0; turn < 5; turn += 1) [now = now] = await onwards(now);
    if (now.state === 'in-work' && now.files > 0) {
      const on = [{ id: now.id, version: now.version }];
      [now = now] = await act('hand-in', { tasks: on }, regions[now.owner] ?? planner);
    }
    await onwards(now);
  }
}
