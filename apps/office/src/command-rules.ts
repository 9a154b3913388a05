import type { Facts, Permission } from '@zhiheng/rights';
import type { Actor } from '@zhiheng/vocabulary';
import type { CommandName } from './commands/index.js';
import type { Office } from './office.js';
import { runningJobs } from './running-jobs.js';

interface RuleContext {
  readonly actor: Actor;
  readonly office: Office;
}

/** Which right a command asks for, and what is known of its object before it runs. */
export interface CommandRule {
  readonly permission: Permission;
  readonly facts?: (input: object, asked: RuleContext) => Facts | Promise<Facts>;
}

/** For commands whose session is opened with the actor's own scope. */
const narrowed = () => ({ narrowedByScope: true });

/** The rule of every command: what has none cannot be built. */
export const commandRules: Readonly<Record<CommandName, CommandRule>> = {
  areas: { permission: 'areas:read' },
  cancel: {
    permission: 'running:cancel',
    facts: (input, { actor, office }) => {
      const { id } = input as { readonly id?: string };
      const own = runningJobs(office)
        .list()
        .some((job) => job.id === id && job.person === actor.person);
      return { account: own ? actor.account : null };
    },
  },
  compute: { permission: 'vintages:compute' },
  coverage: { permission: 'coverage:read' },
  doctor: { permission: 'doctor:run' },
  figure: { permission: 'figures:read-published' },
  'gi-list': { permission: 'gi:read' },
  'indicator-check': { permission: 'indicators:check' },
  'indicator-list': { permission: 'indicators:read' },
  'indicator-show': { permission: 'indicators:read' },
  load: { permission: 'loads:start' },
  'load-propose': { permission: 'loads:prepare' },
  'load-preview': { permission: 'loads:prepare' },
  loads: { permission: 'loads:read' },
  office: { permission: 'office:read' },
  overview: { permission: 'verdicts:read-published' },
  'quarantine-fix': { permission: 'quarantine:fix' },
  'quarantine-list': { permission: 'quarantine:read' },
  'quarantine-page': { permission: 'quarantine:read' },
  'quarantine-show': { permission: 'quarantine:read' },
  records: { permission: 'records:read', facts: narrowed },
  'release-collect': { permission: 'releases:collect' },
  'release-create': { permission: 'releases:create' },
  'release-diff': { permission: 'releases:read' },
  'release-list': { permission: 'releases:read' },
  'release-show': { permission: 'releases:read' },
  'release-verify': { permission: 'releases:verify' },
  running: { permission: 'running:read' },
  synthesise: { permission: 'synthetic:make' },
  verdicts: { permission: 'verdicts:read-published' },
  'vintage-list': { permission: 'vintages:read' },
};
