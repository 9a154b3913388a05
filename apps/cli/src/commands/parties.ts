import type {
  PartiesAnswer,
  PartyAnswer,
  PartyDecidedAnswer,
  PartyReviewAnswer,
  PartyRow,
  PartyRulingRow,
} from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { wholeNumber } from './whole-number.js';

interface PageOptions {
  readonly limit?: number;
  readonly after?: string;
}

const decisions = [
  ['merge', 'the first is the same as the second and known under its id; the next release has it', 'parties-merge'],
  ['apart', 'two that look alike are two, whatever speaks for the contrary', 'parties-apart'],
] as const;

/** parties list, show, review, merge, apart, undo, decided. */
export function registerPartyCommands(program: Command): void {
  const parties = program.command('parties').description('who the holders of a release are');
  const paged = (command: Command) =>
    command
      .option('--limit <number>', 'rows a page (left out: 50)', wholeNumber)
      .option('--after <key>', '`next` of the page before');
  paged(parties.command('list').description('parties of the newest release, those of most records first'))
    .option('--words <text>', 'characters of a name, a credit code, or an id')
    .action(async (options: PageOptions & { words?: string }, command: Command) => {
      await carryOut<PartiesAnswer>(globalOptions(command), 'parties-list', options, showList);
    });
  paged(parties.command('show').description('a party: names, aliases, what it is connected with, its records'))
    .argument('<party>')
    .action(async (party: string, options: PageOptions, command: Command) => {
      await carryOut<PartyAnswer>(globalOptions(command), 'parties-show', { ...options, party }, showParty);
    });
  paged(parties.command('review').description('pairs that may be one party and wait for somebody to decide')).action(
    async (options: PageOptions, command: Command) => {
      await carryOut<PartyReviewAnswer>(globalOptions(command), 'parties-review', options, showReview);
    },
  );
  paged(parties.command('decided').description('what was decided, and what the next release takes in of it')).action(
    async (options: PageOptions, command: Command) => {
      await carryOut<PartyDecidedAnswer>(globalOptions(command), 'parties-decided', options, showDecided);
    },
  );
  for (const [step, description, name] of decisions) {
    parties
      .command(step)
      .description(description)
      .argument('<a>')
      .argument('<b>')
      .requiredOption('--reason <text>')
      .action(async (a: string, b: string, { reason }: { reason: string }, command: Command) => {
        await carryOut<PartyRulingRow>(globalOptions(command), name, { a, b, reason }, (row) => rulingTable([row]));
      });
  }
  parties
    .command('undo')
    .description('take back what stands of two parties; releases that have it keep it')
    .argument('<a>')
    .argument('<b>')
    .requiredOption('--reason <text>')
    .option('--act <number>', 'the act that is undone, as it was looked at', wholeNumber)
    .action(async (a: string, b: string, options: { reason: string; act?: number }, command: Command) => {
      const input = { a, b, ...options };
      await carryOut<PartyRulingRow>(globalOptions(command), 'parties-undo', input, (row) => rulingTable([row]));
    });
}

const more = (next: string | null) => (next === null ? [] : [`more: --after ${next}`]);

function partyLine({ area, ...row }: PartyRow) {
  return { ...row, area: area.area };
}

function showList({ release, total, rows, next }: PartiesAnswer): string {
  if (release === null) return 'there is no release yet';
  const columns = ['party', 'name', 'creditCode', 'holderType', 'area', 'records', 'names'] as const;
  return [`${total} parties in ${release}`, textTable(rows.map(partyLine), columns), ...more(next)].join('\n');
}

function showParty({ party, aliases, names, related, rulings, records, next }: PartyAnswer): string {
  const connected = related.map(({ other, relation, score, evidence }) => ({
    ...{ party: other.party, name: other.name, relation, score },
    evidence: evidence.map(({ kind }) => kind),
  }));
  return [
    textTable([partyLine(party)], ['party', 'name', 'creditCode', 'holderType', 'area', 'records']),
    `aliases: ${aliases.join(' ') || 'none'}`,
    textTable(names, ['name', 'creditCode', 'country', 'area', 'rows']),
    textTable(connected, ['party', 'name', 'relation', 'score', 'evidence']),
    rulingTable(rulings),
    textTable(records, ['id', 'title', 'present']),
    ...more(next),
  ].join('\n\n');
}

function showReview({ release, open, rows, next }: PartyReviewAnswer): string {
  if (release === null) return 'there is no release yet';
  const lines = rows.map(({ a, b, score, evidence }) => ({
    ...{ a: a.party, nameOfA: a.name, b: b.party, nameOfB: b.name, score },
    evidence: evidence.map(({ kind }) => kind),
  }));
  const table = textTable(lines, ['score', 'a', 'nameOfA', 'b', 'nameOfB', 'evidence']);
  return [`${open} pairs of ${release} wait`, table, ...more(next)].join('\n');
}

function showDecided({ total, rows, next, nextRelease: { newest, taken, left } }: PartyDecidedAnswer): string {
  const change = `the next release takes in ${taken} and leaves out ${left} against ${newest ?? 'none'}`;
  return [`${total} decided; ${change}`, rulingTable(rows), ...more(next)].join('\n');
}

function rulingTable(rows: readonly PartyRulingRow[]): string {
  const lines = rows.map(({ made, undone, ...row }) => ({
    ...row,
    ...{ act: made.act, person: made.person, time: made.time, reason: made.reason },
    undone: undone === null ? null : `${undone.person} ${undone.time} ${undone.reason}`,
  }));
  return textTable(lines, ['kind', 'a', 'b', 'standing', 'act', 'person', 'time', 'reason', 'undone']);
}
