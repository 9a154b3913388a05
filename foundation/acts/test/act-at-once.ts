import { once } from 'node:events';
import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { actsMigrations, Instances, momentAt, WorkingCalendar } from '../src/index.js';
import { account, caseFlow } from './example-flow.js';

/** What one process saw of its acts: for each case whether it won, else who did. */
export type Outcome = 'won' | string;

// Asks in every case, once told to on the standard input, and prints the outcomes. Run by act-at-once.mjs.
const [place, person, cases] = JSON.parse(process.argv[2] ?? '[]') as [LedgerPlace, string, string[]];
const ledger = await Ledger.open(place, [actsMigrations]);
const instances = new Instances(ledger, [caseFlow]);
const actor = account(person, ['case-officer'], 'office');
const now = momentAt('2023-03-01T02:00:00Z', new WorkingCalendar([]));
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const outcomes: Outcome[] = [];
for (const id of cases) {
  const request = { flow: 'case', id, version: 1, act: 'ask', actor, input: { question: person }, now };
  const acted = await instances.act(request);
  if (acted.done) outcomes.push('won');
  else outcomes.push(`${acted.refusal.code} ${'person' in acted.refusal ? acted.refusal.person : ''}`);
}
await ledger.close();
process.stdout.write(`${JSON.stringify(outcomes)}\n`);
