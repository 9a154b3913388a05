import type { Permission } from '@zhiheng/rights';
import { commandRules } from './command-rules.js';

/** The commands that ask for a permission. */
export function commandsAsking(permission: Permission): string[] {
  return Object.entries(commandRules).flatMap(([name, rule]) => (rule.permission === permission ? [name] : []));
}
