import type { ComparedTexts, ScreenGroupShown, ScreenOverview } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { wholeNumber } from './whole-number.js';

/** screen overview, group, compare. */
export function registerScreenedCommands(screen: Command): void {
  ofRun(screen.command('overview').description('what a run looked at, and the rules')).action(
    async (options: object, command: Command) => {
      await carryOut<ScreenOverview>(globalOptions(command), 'screen-overview', options, showOverview);
    },
  );
  ofRun(screen.command('group').description('one group with its members, their days and links').argument('<id>'))
    .option('--limit <number>', 'members of a page, at most 1000', wholeNumber)
    .option('--after <key>', '`next` of the page before')
    .action(async (id: string, options: object, command: Command) => {
      await carryOut<ScreenGroupShown>(globalOptions(command), 'screen-group', { id, ...options }, showGroup);
    });
  ofRun(screen.command('compare').description('texts of two applications').argument('<a>').argument('<b>')).action(
    async (a: string, b: string, options: object, command: Command) => {
      await carryOut<ComparedTexts>(globalOptions(command), 'screen-compare', { a, b, ...options }, showCompared);
    },
  );
}

function ofRun(command: Command): Command {
  return command.option('--run <name>', 'left out: the newest');
}

function showOverview({ runs, run }: ScreenOverview): string {
  if (run === null) return 'no release was screened yet';
  return [
    textTable(runs, ['run', 'release', 'createdAt', 'clues']),
    textTable(run.families, ['family', 'clues', 'shown', 'withoutCohort']),
    textTable(run.capped, ['field', 'stage', 'buckets', 'members', 'kept']),
    `${run.shown.clues} of ${run.clues} clues and ${run.shown.groups} of ${run.groups} groups shown`,
  ].join('\n\n');
}

function showGroup({ group, members, links, linksTotal, next }: ScreenGroupShown): string {
  const lines = members.map(({ core, clues, ...one }) => ({ ...one, core: core ? 'core' : '', clues: clues.length }));
  return [
    `${group.id}: ${group.counts.members} members, ${group.withheldByRight} withheld`,
    textTable(lines, ['application', 'core', 'filed', 'area', 'holder', 'agency', 'clues', 'title']),
    `${links.length} of ${linksTotal} links`,
    textTable(links, ['a', 'b', 'field', 'jaccard']),
    ...(next === null ? [] : [`more: --after "${next}"`]),
  ].join('\n\n');
}

function showCompared({ fields }: ComparedTexts): string {
  return fields
    .map(({ field, a, b, jaccard, passages, slots }) =>
      [
        `${field}: ${jaccard ?? 'no text'}`,
        ...[a, b].map((text) => text ?? '–'),
        ...passages.map((one) => `= ${a?.slice(one.a.from, one.a.to)}`),
        ...slots.map(({ own, other, times }) => `${own} -> ${other} (${times})`),
      ].join('\n'),
    )
    .join('\n\n');
}
