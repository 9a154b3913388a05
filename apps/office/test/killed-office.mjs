// Carries out one command on an office folder and kills itself (SIGKILL) at a named point, the n-th time it comes by.
// Usage: node killed-office.mjs FOLDER POINT N COMMAND INPUT-JSON

import { nodeDisk } from '@zhiheng/lake';
import { carryOut, jobsHere, Office } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';

const [folder = '', point = '', count = '1', command = '', input = '{}'] = process.argv.slice(2);
let passed = 0;
/** @param {string} name */
const pass = (name) => {
  if (name !== point) return;
  passed += 1;
  if (passed === Number(count)) process.kill(process.pid, 'SIGKILL');
};

/** @type {import('@zhiheng/lake').Disk} */
const disk = {
  ...nodeDisk,
  makeReadOnly: async (path) => {
    pass('after-write');
    await nodeDisk.makeReadOnly(path);
  },
  rename: async (from, to) => {
    pass('before-rename');
    await nodeDisk.rename(from, to);
    pass('after-rename');
  },
};
const office = await Office.open({ folder, clock: { now: () => new Date() }, disk, runJob: jobsHere(disk) });
const transact = office.ledger.transact.bind(office.ledger);
/** @type {typeof transact} */
const transactOrDie = async (work) => {
  const done = await transact((transaction) =>
    work({
      ...transaction,
      append: (act) => {
        pass('before-act');
        return transaction.append(act);
      },
    }),
  );
  pass('after-act');
  return done;
};
office.ledger.transact = transactOrDie;
const outcome = await carryOut(command, JSON.parse(input), {
  office,
  actor: localOperator('test'),
  onProgress: () => {},
});
await office.close();
console.log(JSON.stringify(outcome.json));
