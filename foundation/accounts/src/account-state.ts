/** `invited`: has a one-time link and no password yet; `left` is final, the name is never given again. */
export type AccountState = 'invited' | 'active' | 'disabled' | 'left';

export type AccountStep = 'accept' | 'disable' | 'enable' | 'leave';

const steps: Readonly<Record<AccountStep, Partial<Record<AccountState, AccountState>>>> = {
  accept: { invited: 'active' },
  disable: { active: 'disabled' },
  enable: { disabled: 'active' },
  leave: { invited: 'left', active: 'left', disabled: 'left' },
};

/** The state after a step, or null where the step is not possible. */
export function stateAfter(state: AccountState, step: AccountStep): AccountState | null {
  return steps[step][state] ?? null;
}
