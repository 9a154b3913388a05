// Goes through the draft of a next year without end, puts it in force and opens it again, and prints each act once it is acknowledged,
// a line of JSON each. To be killed. Usage: node reviewing-drafts.mjs FOLDER

import { randomInt, randomUUID } from 'node:crypto';
import { carryOut, Office } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';

const [folder = ''] = process.argv.slice(2);
const office = await Office.open({ folder, clock: { now: () => new Date() } });
const actor = localOperator('wang');
/** @param {string} name @param {object} input */
const run = async (name, input) =>
  /** @type {any} */ ((await carryOut(name, input, { office, actor, onProgress: () => {} })).json);
/** @param {object} told */
const tell = (told) => process.stdout.write(`${JSON.stringify(told)}\n`);

const { draft } = await run('programme-roll', { programme: '2023' });
/** @param {string} field @param {string} decision @param {object} [more] */
const decide = async (field, decision, more = {}) => {
  const { changed } = await run('programme-decide', { draft, field, decision, ...more });
  /** @type {import('@zhiheng/office').DecidedField[]} */
  const fields = changed;
  tell({
    name: `${decision}${fields.length > 1 ? '-several' : ''}`,
    fields: fields.map(({ id, version }) => ({ id, version })),
  });
};

for (;;) {
  /** @type {import('@zhiheng/office').ReviewAnswer} */
  const review = await run('programme-review', { draft });
  if (review.programme !== null) {
    const { edition } = await run('programme-reopen', { draft, reason: randomUUID() });
    tell({ name: 'reopen', edition });
  }
  for (let turn = 0; turn < 8; turn += 1) {
    const { fields } = await run('programme-review', { draft });
    const field = fields[randomInt(fields.length)];
    const whole = ['section', 'item', 'clause'].includes(field.kind);
    if (field.state !== 'waiting') await decide(field.id, 'undo');
    else if (whole && randomInt(3) > 0) await decide(field.id, 'accept', { beneath: true });
    else if (field.kind === 'overlay' || randomInt(2) === 0) await decide(field.id, 'accept');
    else if (whole) await decide(field.id, 'correct', { value: {} });
    else await decide(field.id, 'accept', { note: randomUUID() });
  }
  const { programme } = await run('programme-accept', { draft, rest: true });
  tell({ name: 'accept', programme });
}
