import { type Actor, localOperator, type Role, roles, visitor } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandRight, type Facts, holders, matrix, mayDo, type Permission, permissions, refusals } from './index.js';

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  person: 'account:wang',
  kind: 'account',
  account: 'wang',
  organisation: 'gd',
  roles: [role],
  areas: ['440000'],
  onBehalfOf: null,
  surface: { kind: 'page', address: '10.0.0.7' },
  keyScope: null,
  ...more,
});

const facts = {
  none: {},
  inside: { area: '440305' },
  outside: { area: '450000' },
  scoped: { narrowedByScope: true },
  ours: { organisation: 'gd' },
  theirs: { organisation: 'gx' },
  mine: { account: 'wang' },
  other: { account: 'li' },
  byMe: { doneBy: ['account:wang'] },
  byLi: { doneBy: ['account:li'] },
  byOperator: { doneBy: ['local:root'] },
} satisfies Record<string, Facts>;
type Circumstance = keyof typeof facts;

const account = roles.filter((role) => role !== 'public');
const readers = account;
/** Written by hand from the issue and the guideline’s division of work: who may, under which circumstances. */
const expected: readonly [Permission, readonly Circumstance[], readonly Role[], { readonly operator: boolean }][] = [
  ['figures:read-published', ['none', 'outside', 'other'], roles, { operator: true }],
  ['figures:read-computed', ['none'], account, { operator: true }],
  ['verdicts:read-published', ['none'], roles, { operator: true }],
  ['verdicts:read-computed', ['none'], account, { operator: true }],
  ['indicators:read', ['none'], roles, { operator: true }],
  ['areas:read', ['none'], roles, { operator: true }],
  ['office:read', ['none'], roles, { operator: true }],
  ['records:read', ['none', 'outside'], readers.filter((role) => role !== 'region'), { operator: true }],
  ['records:read', ['inside', 'scoped'], readers, { operator: true }],
  [
    'records:export',
    ['inside', 'scoped'],
    ['planner', 'statistician', 'screener', 'decider', 'case-officer', 'region'],
    { operator: true },
  ],
  // As plain names of holders: roles whose work needs names.
  [
    'people:read-names',
    ['inside', 'scoped'],
    ['statistician', 'screener', 'decider', 'case-officer', 'region'],
    { operator: true },
  ],
  ['areas:review', ['none', 'outside'], ['statistician', 'screener', 'auditor', 'administrator'], { operator: true }],
  [
    'areas:review',
    ['inside', 'scoped'],
    ['statistician', 'screener', 'region', 'auditor', 'administrator'],
    { operator: true },
  ],
  // A ruling changes figures: none of those who audit or give out rights.
  ['areas:settle', ['none', 'outside'], ['statistician'], { operator: true }],
  ['areas:settle', ['inside'], ['statistician', 'region'], { operator: true }],
  ['parties:read', ['none', 'outside'], readers.filter((role) => role !== 'region'), { operator: true }],
  ['parties:read', ['inside', 'scoped'], readers, { operator: true }],
  ['parties:decide', ['none', 'outside'], ['statistician', 'screener'], { operator: true }],
  ['parties:decide', ['inside'], ['statistician', 'screener', 'region'], { operator: true }],
  // A clue is no decision: who screens and who decides see it, a region in its own area, an auditor everywhere; no reader beyond.
  ['screening:read', ['none', 'outside'], ['statistician', 'screener', 'decider', 'auditor'], { operator: true }],
  [
    'screening:read',
    ['inside', 'scoped'],
    ['statistician', 'screener', 'decider', 'region', 'auditor'],
    { operator: true },
  ],
  ['screening:export', ['none', 'outside'], ['statistician', 'screener', 'decider'], { operator: true }],
  ['screening:export', ['inside'], ['statistician', 'screener', 'decider', 'region'], { operator: true }],
  ['screening:run', ['none', 'inside', 'outside', 'mine'], ['screener'], { operator: true }],
  // Who decides is named so; a list of others' decisions is data that somebody loads.
  ['decisions:decide', ['none', 'inside', 'outside'], ['decider'], { operator: true }],
  ['decisions:import', ['none', 'inside', 'outside'], ['statistician', 'screener', 'decider'], { operator: true }],
  ['loads:start', ['none', 'inside'], ['statistician'], { operator: true }],
  // The planner brings the year's guideline in; everybody who works here reads what it was read as.
  ['guidelines:import', ['none', 'inside', 'outside'], ['planner'], { operator: true }],
  ['guidelines:review', ['none', 'inside', 'outside'], ['planner'], { operator: true }],
  ['programmes:accept', ['none', 'inside', 'outside'], ['planner'], { operator: true }],
  // Targets change by two persons: the planner everywhere, a region proposes for its own area, and never accepts.
  ['targets:revise', ['none', 'inside', 'outside'], ['planner'], { operator: true }],
  ['targets:overlay', ['none', 'outside'], ['planner'], { operator: true }],
  ['targets:overlay', ['inside'], ['planner', 'region'], { operator: true }],
  ['targets:accept', ['byLi', 'byOperator'], ['planner'], { operator: false }],
  ['targets:accept', ['byMe', 'none', 'inside', 'mine'], [], { operator: false }],
  ['targets:return', ['none', 'inside'], ['planner'], { operator: true }],
  ['targets:read-proposals', ['none', 'outside'], ['planner', 'auditor'], { operator: true }],
  ['targets:read-proposals', ['inside', 'scoped'], ['planner', 'region', 'auditor'], { operator: true }],
  ['guidelines:read', ['none'], account, { operator: true }],
  // Tasks are seen within an organisation and below it; the planner and the auditor see all, and the auditor does nothing.
  ['tasks:read', ['ours'], account, { operator: true }],
  ['tasks:read', ['theirs', 'none'], ['planner', 'auditor'], { operator: true }],
  [
    'tasks:work',
    ['ours'],
    ['planner', 'statistician', 'screener', 'decider', 'reviewer', 'case-officer', 'region'],
    { operator: true },
  ],
  ['tasks:work', ['theirs', 'none', 'mine'], ['planner'], { operator: true }],
  ['tasks:assign', ['ours'], ['planner', 'region'], { operator: true }],
  ['tasks:assign', ['theirs', 'none'], ['planner'], { operator: true }],
  ['tasks:close', ['byLi', 'byOperator'], ['planner', 'region'], { operator: false }],
  ['tasks:close', ['byMe', 'none', 'ours'], [], { operator: false }],
  ['tasks:remind', ['none', 'ours'], ['planner', 'administrator'], { operator: true }],
  // What lies in quarantine has no area yet: only who works on all of it sees any.
  ['quarantine:fix', ['none', 'inside', 'outside'], ['statistician'], { operator: true }],
  ['quarantine:read', ['outside'], ['statistician'], { operator: true }],
  ['releases:create', ['none'], ['statistician'], { operator: true }],
  ['releases:collect', ['none'], ['administrator'], { operator: true }],
  ['classifications:load', ['none', 'inside'], ['statistician'], { operator: true }],
  ['classifications:accept', ['byLi', 'byOperator'], ['planner', 'statistician'], { operator: false }],
  ['classifications:accept', ['byMe', 'none', 'mine'], [], { operator: false }],
  ['classifications:return', ['none'], ['planner', 'statistician'], { operator: true }],
  ['definitions:draft', ['none', 'byMe', 'byLi'], ['planner', 'statistician'], { operator: true }],
  ['definitions:publish', ['byLi', 'byOperator'], ['planner', 'statistician'], { operator: false }],
  ['definitions:publish', ['byMe', 'none', 'mine'], [], { operator: false }],
  ['definitions:read-drafts', ['none'], ['planner', 'statistician', 'auditor'], { operator: true }],
  ['vintages:compute', ['none'], ['planner', 'statistician'], { operator: true }],
  ['vintages:propose', ['none'], ['planner', 'statistician'], { operator: true }],
  ['vintages:sign', ['byLi', 'byOperator'], ['planner', 'statistician'], { operator: false }],
  ['vintages:sign', ['byMe', 'none', 'mine'], [], { operator: false }],
  ['running:cancel', ['other'], ['statistician', 'administrator'], { operator: true }],
  ['running:cancel', ['mine'], ['planner', 'statistician', 'administrator'], { operator: true }],
  ['organisations:move', ['none', 'ours'], ['administrator'], { operator: true }],
  ['accounts:read', ['ours'], account, { operator: true }],
  ['accounts:read', ['theirs', 'none'], ['auditor', 'administrator'], { operator: true }],
  ['accounts:invite', ['none', 'ours'], ['administrator'], { operator: true }],
  ['accounts:leave', ['other', 'none'], ['administrator'], { operator: true }],
  ['accounts:leave', ['mine'], account, { operator: true }],
  ['roles:grant', ['byLi'], ['administrator'], { operator: true }],
  ['roles:grant', ['byMe', 'none'], [], { operator: true }],
  ['roles:confirm', ['byLi', 'byOperator'], ['administrator'], { operator: false }],
  ['roles:confirm', ['byMe', 'none', 'mine'], [], { operator: false }],
  ['links:confirm', ['byLi', 'byOperator'], ['administrator'], { operator: false }],
  ['links:confirm', ['byMe', 'none', 'mine'], [], { operator: false }],
  ['own-account:change-password', ['mine'], account, { operator: false }],
  ['own-account:change-password', ['other', 'none'], [], { operator: false }],
  ['session:sign-in', ['none'], roles, { operator: true }],
  ['delegations:give', ['mine'], account, { operator: false }],
  ['delegations:end', ['other'], ['administrator'], { operator: true }],
  ['acts:read', ['none', 'other'], ['auditor', 'administrator'], { operator: true }],
  ['acts:read', ['mine'], account, { operator: true }],
  ['acts:anchor', ['none'], ['auditor'], { operator: true }],
  ['personal-data:read', ['theirs'], ['auditor', 'administrator'], { operator: true }],
  ['personal-data:erase', ['ours', 'mine'], ['administrator'], { operator: true }],
  ['settings:read', ['none'], ['auditor', 'administrator'], { operator: true }],
  ['settings:change', ['none', 'mine'], ['administrator'], { operator: true }],
  ['mail:read', ['none'], ['auditor', 'administrator'], { operator: true }],
  ['mail:send', ['none'], ['administrator'], { operator: true }],
  ['server:start', ['none', 'mine'], [], { operator: true }],
  ['first-administrator:invite', ['none'], [], { operator: true }],
];

describe.each(expected)('%s when %j', (permission, circumstances, allowed, { operator }) => {
  it.each(circumstances)('%s', (circumstance) => {
    const may = roles.filter((role) => {
      const who = role === 'public' ? visitor('10.0.0.8') : actor(role);
      return mayDo(who, permission, facts[circumstance]).allowed;
    });
    expect(may).toEqual(roles.filter((role) => allowed.includes(role)));
    expect(mayDo(localOperator('root'), permission, facts[circumstance]).allowed).toBe(operator);
  });
});

describe('a ruling', () => {
  it('says why it refuses', () => {
    const reason = (who: Actor, permission: string, known: Facts = {}) => {
      const ruling = mayDo(who, permission, known);
      return ruling.allowed ? null : ruling.reason;
    };
    expect(reason(actor('region'), 'records:read', facts.outside)).toBe('area');
    expect(reason(actor('planner'), 'accounts:read', facts.theirs)).toBe('organisation');
    expect(reason(actor('planner'), 'running:cancel', facts.other)).toBe('own');
    expect(reason(actor('administrator'), 'roles:confirm', facts.byMe)).toBe('another-person');
    expect(reason(actor('planner'), 'loads:start')).toBe('role');
    expect(reason(actor('planner'), 'loads:burn')).toBe('unknown');
    expect(reason(actor('planner'), 'toString')).toBe('unknown');
    expect(() => demandRight(actor('planner'), 'loads:start')).toThrow(
      expect.objectContaining({
        code: 'not-allowed',
        detail: { found: 'loads:start', expected: refusals.role.en },
      }),
    );
  });

  it('takes the best of several roles', () => {
    const both = actor('planner', { roles: ['planner', 'statistician'] });
    expect(mayDo(both, 'loads:start')).toEqual({ allowed: true });
    expect(mayDo(both, 'running:cancel', facts.other)).toEqual({ allowed: true });
  });

  it('denies an account without roles everything', () => {
    const bare = actor('planner', { roles: [] });
    expect(
      Object.keys(permissions).filter((one) => mayDo(bare, one, { ...facts.mine, ...facts.ours }).allowed),
    ).toEqual([]);
  });

  it('narrows an API key to what it carries, and never lets it act as a person', () => {
    const key = actor('statistician', { keyScope: ['figures:read-computed', 'keys:create', 'loads:burn'] });
    expect(mayDo(key, 'figures:read-computed').allowed).toBe(true);
    expect(mayDo(key, 'records:read')).toEqual({ allowed: false, reason: 'key' });
    expect(mayDo(key, 'keys:create', facts.mine)).toEqual({ allowed: false, reason: 'in-person' });
    expect(mayDo(key, 'loads:burn')).toEqual({ allowed: false, reason: 'unknown' });
    // A key carries no more than its owner's roles.
    expect(mayDo(actor('planner', { keyScope: ['loads:start'] }), 'loads:start')).toEqual({
      allowed: false,
      reason: 'role',
    });
  });

  it('counts whoever acts in another’s place as both persons', () => {
    const standIn = actor('administrator', { onBehalfOf: 'zhao' });
    expect(mayDo(standIn, 'roles:grant', { doneBy: ['account:zhao'] })).toEqual({
      allowed: false,
      reason: 'another-person',
    });
    expect(mayDo(standIn, 'roles:grant', facts.byMe).allowed).toBe(false);
    expect(mayDo(standIn, 'roles:grant', facts.byLi).allowed).toBe(true);
    expect(mayDo(standIn, 'roles:confirm', facts.byLi)).toEqual({ allowed: false, reason: 'in-person' });
    expect(mayDo(standIn, 'delegations:give', facts.mine)).toEqual({ allowed: false, reason: 'in-person' });
  });
});

describe('the table of rights', () => {
  const rows = matrix();

  it('has one row for each permission, a column for each role and for the operator, described in three languages', () => {
    expect(rows.map(({ permission }) => permission)).toEqual(Object.keys(permissions));
    for (const { permission, outcomes, description } of rows) {
      expect(permission).toMatch(/^[a-z-]+:[a-z-]+$/);
      expect(Object.keys(outcomes)).toEqual(['operator', ...roles]);
      for (const text of Object.values(description)) expect(text, permission).toMatch(/\S{2}/);
      expect(
        holders.some((holder) => outcomes[holder] !== 'denied'),
        permission,
      ).toBe(true);
    }
  });

  it('never makes the local operator a second person, nor gives him what belongs to an account', () => {
    expect(rows.filter(({ outcomes }) => !['always', 'denied'].includes(outcomes.operator))).toEqual([]);
  });

  it('gives a visitor exactly this', () => {
    expect(rows.filter(({ outcomes }) => outcomes.public !== 'denied').map(({ permission }) => permission)).toEqual([
      'figures:read-published',
      'verdicts:read-published',
      'indicators:read',
      'areas:read',
      'invitation:accept',
      'session:sign-in',
      'pages:read',
      'health:read',
      'office:read',
    ]);
  });

  it('agrees with rulings: denied there is refused here whatever the facts, always there is allowed without any', () => {
    for (const { permission, outcomes } of rows) {
      for (const role of roles) {
        const rulings = Object.values(facts).map((known) => mayDo(actor(role), permission, known).allowed);
        if (outcomes[role] === 'denied') expect(rulings, `${permission} ${role}`).not.toContain(true);
        if (outcomes[role] === 'always') expect(rulings, `${permission} ${role}`).not.toContain(false);
        if (!['denied', 'always'].includes(outcomes[role])) expect(new Set(rulings).size).toBe(2);
      }
    }
  });

  it('denies what it does not name', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...Object.keys(permissions)), (word, permission) => {
        const known = { ...facts.inside, ...facts.ours, ...facts.mine, ...facts.byLi };
        if (!Object.hasOwn(permissions, word)) {
          for (const role of roles) expect(mayDo(actor(role), word, known).allowed).toBe(false);
          expect(mayDo(localOperator('root'), word, known).allowed).toBe(false);
        }
        if (!(roles as readonly string[]).includes(word)) {
          expect(mayDo(actor(word as Role), permission, known).allowed).toBe(false);
        }
      }),
    );
  });
});
