import { resolve } from 'node:path';
import type { ActsPage, AuditAnchorAnswer, AuditVerifyAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { wholeNumber } from './whole-number.js';

/** audit list, verify, anchor. */
export function registerAuditCommands(program: Command): void {
  const audit = program.command('audit').description('who did what, and whether the chain of acts holds');
  audit
    .command('list')
    .description('acts, the newest first')
    .option('--before <number>', 'acts below this number', wholeNumber)
    .option('--limit <n>', 'acts at most', wholeNumber, 50)
    .option('--kind <kind>')
    .option('--person <person>', 'account:ID or local:NAME')
    .option('--object <object>')
    .option('--reads', 'only reads of personal data')
    .action(async (options: object, command: Command) => {
      await carryOut<ActsPage>(globalOptions(command), 'audit-list', options, ({ acts }) =>
        textTable(acts, ['number', 'time', 'person', 'onBehalfOf', 'surface', 'kind', 'object']),
      );
    });
  audit
    .command('verify')
    .description('read the whole chain; exit 1 with faults')
    .option('--anchors <file>', 'signed heads kept outside; left out: the office’s own beside its folder')
    .action(async ({ anchors }: { anchors?: string }, command: Command) => {
      const input = anchors === undefined ? {} : { anchors: resolve(anchors) };
      await carryOut<AuditVerifyAnswer>(globalOptions(command), 'audit-verify', input, shown);
    });
  audit
    .command('anchor')
    .description('sign the newest act and append it to a file outside of the folder')
    .option('--file <file>', 'left out: the office’s own beside its folder')
    .action(async ({ file }: { file?: string }, command: Command) => {
      const input = file === undefined ? {} : { file: resolve(file) };
      await carryOut<AuditAnchorAnswer>(globalOptions(command), 'audit-anchor', input, (anchor) =>
        [`act ${anchor.number} is anchored in ${anchor.file}`, anchor.chain].join('\n'),
      );
    });
}

function shown({ ok, acts, anchors, anchorFile, faults, unlisted, key }: AuditVerifyAnswer): string {
  const against = anchorFile === null ? 'no anchors' : `${anchors} anchors of ${anchorFile}`;
  const head = `${acts} acts, ${against}, key ${key}: ${ok ? 'the chain holds' : 'THE CHAIN DOES NOT HOLD'}`;
  if (ok) return head;
  return [
    head,
    ...faults.map((fault) => JSON.stringify(fault)),
    ...(unlisted > 0 ? [`and ${unlisted} more`] : []),
  ].join('\n');
}
