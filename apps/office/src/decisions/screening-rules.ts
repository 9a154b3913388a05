import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeductionPolicy, type Ground, readDeductionPolicy, readGrounds } from '@zhiheng/screening';
import { UserFault } from '@zhiheng/vocabulary';

/** The rules of an office on abnormal applications, from its definitions. */
export interface ScreeningRules {
  readonly grounds: readonly Ground[];
  readonly policy: DeductionPolicy;
}

/** Throws `screening-rules-wrong`, also where there are none. */
export function screeningRules(definitionsFolder: string): ScreeningRules {
  const text = (name: string) => {
    const path = `screening/${name}`;
    try {
      return readFileSync(join(definitionsFolder, path), 'utf8');
    } catch (error) {
      const values = { what: 'the definitions of this office have no rules on abnormal applications' };
      throw new UserFault('screening-rules-wrong', {
        place: { path },
        found: (error as NodeJS.ErrnoException).code ?? String(error),
        expected: 'a file as definitions/screening of the software has it',
        values,
      });
    }
  };
  return {
    grounds: readGrounds(text('grounds.yaml'), 'screening/grounds.yaml'),
    policy: readDeductionPolicy(text('deduction-policy.yaml'), 'screening/deduction-policy.yaml'),
  };
}
