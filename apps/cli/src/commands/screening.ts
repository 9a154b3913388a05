import { basename } from 'node:path';
import type {
  PairRow,
  RuleCheckAnswer,
  ScreenClue,
  ScreenGroup,
  ScreenRunAnswer,
  ScreenShowAnswer,
} from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { registerScreenedCommands } from './screened.js';
import { wholeNumber } from './whole-number.js';

/** screen run, check, pairs, groups, clues, show. */
export function registerScreeningCommands(program: Command): void {
  const screen = program.command('screen').description('clues about abnormal applications: nothing is decided by them');
  screen
    .command('run')
    .description('look for what every rule asks, over one release')
    .option('--release <name>', 'left out: the newest')
    .action(async (options: object, command: Command) => {
      await carryOut<ScreenRunAnswer>(globalOptions(command), 'screen-run', options, showRun);
    });
  registerCheck(screen);
  paged(screen.command('pairs').description('pairs of texts alike'), '`pair` of the last row before')
    .option('--field <field>', 'title, abstract or claim (left out: all)')
    .option('--min <jaccard>', 'least Jaccard, 0 to 1', Number)
    .action(async ({ after, ...options }: { after?: string }, command: Command) => {
      const input = after === undefined ? options : { ...options, after: wholeNumber(after) };
      await carryOut<PairRow[]>(globalOptions(command), 'screen-pairs', input, (rows) =>
        textTable(rows, ['pair', 'a', 'b', 'field', 'kind', 'jaccard', 'containment']),
      );
    });
  paged(screen.command('groups').description('groups of texts alike'), '`id` of the last group before').action(
    async (options: object, command: Command) => {
      await carryOut<ScreenGroup[]>(globalOptions(command), 'screen-groups', options, showGroups);
    },
  );
  paged(
    screen.command('clues').description('clues with their strength'),
    'strength, application, ground and family of the last clue before, in one text; by application without strength',
  )
    .option('--ground <id>', 'of `decisions rules`: 411-1')
    .option('--family <id>', 'rule family: near-copy')
    .option('--application <id>')
    .option('--order <name>', 'strength (the strongest first) or application', 'strength')
    .action(async (options: object, command: Command) => {
      await carryOut<ScreenClue[]>(globalOptions(command), 'screen-clues', options, showClues);
    });
  registerScreenedCommands(screen);
  screen
    .command('show')
    .description('one clue with its evidence, one group, or the clues of one application')
    .argument('<id>')
    .option('--run <name>', 'left out: the newest')
    .action(async (id: string, options: object, command: Command) => {
      await carryOut<ScreenShowAnswer>(globalOptions(command), 'screen-show', { id, ...options }, showOne);
    });
}

function registerCheck(screen: Command): void {
  screen
    .command('check')
    .description('every fault of a file of screening rules')
    .argument('<file>')
    .action(async (file: string, _options: object, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, async () => {
        const input = { text: await readText(file), file: basename(file) };
        await carryOut<RuleCheckAnswer>(options, 'screen-check', input, ({ ok, faults }) =>
          ok ? 'no faults' : textTable(faults, ['file', 'line', 'column', 'code', 'message', 'found', 'expected']),
        );
      });
    });
}

function paged(command: Command, after: string): Command {
  return command
    .option('--run <name>', 'left out: the newest')
    .option('--limit <number>', 'left out: all', wholeNumber)
    .option('--after <key>', after);
}

function showRun({ families, capped, undated, texts, ...run }: ScreenRunAnswer): string {
  const lines = families.map(({ family, clues, excepted, withoutCohort }) => ({
    ...{ family, clues, withoutCohort },
    excepted: Object.entries(excepted).map(([name, number]) => `${name} ${number}`),
  }));
  return [
    textTable([run], ['run', 'release', 'documents', 'classes', 'candidates', 'pairs', 'groups', 'clues', 'seconds']),
    ...(texts === undefined ? [] : [showTexts(texts)]),
    textTable(lines, ['family', 'clues', 'excepted', 'withoutCohort']),
    ...(undated === 0 ? [] : [`${undated} applications have no filing day: no rule is for them`]),
    ...capped.map((one) => `${one.field} ${one.stage} ${one.bucket}: ${one.kept} of ${one.members} looked at`),
  ].join('\n');
}

function showTexts({ taken, kept, left, remade }: NonNullable<ScreenRunAnswer['texts']>): string {
  const anew = remade === null ? '' : `; all were taken in anew: ${remade}`;
  return `texts of ${taken} applications taken in, ${kept} as they were, ${left} left${anew}`;
}

function showGroups(groups: readonly ScreenGroup[]): string {
  const lines = groups.map(({ id, core, counts, withheldByRight, ground, strength, strengthWord }) => ({
    ...{ id, core, ...counts, withheldByRight, ground, strength, word: strengthWord },
  }));
  return textTable(lines, [
    ...([
      'id',
      'core',
      'members',
      'withheldByRight',
      'holders',
      'areas',
      'agencies',
      'ground',
      'strength',
      'word',
    ] as const),
  ]);
}

function showClues(clues: readonly ScreenClue[]): string {
  const lines = clues.map(({ strengthWord, ...clue }) => ({ ...clue, word: strengthWord }));
  return textTable(lines, ['id', 'application', 'ground', 'family', 'strength', 'word', 'statistic']);
}

function showOne({ clues, group, seen }: ScreenShowAnswer): string {
  const parts = group === null ? [showClues(clues)] : [showGroups([group]), group.members.join('\n')];
  for (const { id, ruleVersion, evidence } of clues) {
    parts.push(`${id} by ${ruleVersion}\n${JSON.stringify(evidence, null, 2)}`);
  }
  if (seen.length > 0) parts.push(textTable(seen, ['run', 'release', 'createdAt', 'ruleVersion', 'strength']));
  return parts.join('\n\n');
}
