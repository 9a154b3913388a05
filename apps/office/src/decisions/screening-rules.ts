import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeductionPolicy, type Ground, readDeductionPolicy, readGrounds } from '@zhiheng/screening';

/** The rules of an office on abnormal applications, from its definitions. */
export interface ScreeningRules {
  readonly grounds: readonly Ground[];
  readonly policy: DeductionPolicy;
}

/** Throws `screening-rules-wrong`. */
export function screeningRules(definitionsFolder: string): ScreeningRules {
  const text = (name: string) => readFileSync(join(definitionsFolder, 'screening', name), 'utf8');
  return {
    grounds: readGrounds(text('grounds.yaml'), 'screening/grounds.yaml'),
    policy: readDeductionPolicy(text('deduction-policy.yaml'), 'screening/deduction-policy.yaml'),
  };
}
