import { type Actor, localOperator, type Role, roles, visitor } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { covers, scopeOf } from './index.js';

const actor = (...held: Role[]): Actor => ({ ...visitor(null), kind: 'account', roles: held, areas: ['440000'] });

describe('the scope of a session', () => {
  it('shows names to those whose work needs them', () => {
    const plain = roles.filter((role) => scopeOf(actor(role)).personal === 'plain');
    expect(plain).toEqual(['statistician', 'screener', 'decider', 'case-officer', 'region']);
    expect(scopeOf(actor('planner', 'screener')).personal).toBe('plain');
    expect(scopeOf(actor('planner', 'auditor')).personal).toBe('masked');
  });

  it('keeps to the areas of the actor', () => {
    expect(scopeOf(actor('region'))).toEqual({ areas: ['440000'], personal: 'plain' });
    expect(scopeOf({ ...actor('planner'), areas: 'everywhere' })).toEqual({ areas: 'everywhere', personal: 'masked' });
  });

  it('shows visitors, and accounts without a role, no record', () => {
    expect(scopeOf(visitor(null))).toEqual({ areas: [], personal: 'masked' });
    expect(scopeOf(actor('public'))).toEqual({ areas: [], personal: 'masked' });
    expect(scopeOf({ ...actor(), areas: 'everywhere' })).toEqual({ areas: [], personal: 'masked' });
  });

  it('shows the local operator all', () => {
    expect(scopeOf(localOperator('root'))).toEqual({ areas: 'everywhere', personal: 'plain' });
  });
});

describe('an area', () => {
  it.each([
    ['440000', '440305', true],
    ['440000', '440000', true],
    ['440300', '440305', true],
    ['440300', '440105', false],
    ['440300', '440000', false],
    ['440305', '440300', false],
    ['440000', '450000', false],
    ['CN', '440000', false],
    ['US', 'US-CA', false],
    ['US', 'US', true],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(covers([outer], inner)).toBe(expected);
  });

  it('lies in everywhere and not in nothing', () => {
    expect(covers('everywhere', 'CN')).toBe(true);
    expect(covers([], '440000')).toBe(false);
  });
});
