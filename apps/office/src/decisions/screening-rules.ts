import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DeductionPolicy,
  type DetectorName,
  type Ground,
  type Rule,
  readDeductionPolicy,
  readGrounds,
  readRules,
} from '@zhiheng/screening';
import { UserFault } from '@zhiheng/vocabulary';

/** The rules of an office on abnormal applications, from its definitions. */
export interface ScreeningRules {
  readonly grounds: readonly Ground[];
  readonly policy: DeductionPolicy;
}

/** Throws `screening-rules-wrong`, also where there are none. */
export function screeningRules(definitionsFolder: string): ScreeningRules {
  return {
    grounds: groundsOf(definitionsFolder),
    policy: readDeductionPolicy(
      textOf(definitionsFolder, 'screening/deduction-policy.yaml'),
      'screening/deduction-policy.yaml',
    ),
  };
}

/** The rule families by which an office looks for clues. Throws `screening-rules-wrong`, also where there are none. */
export function clueRules(definitionsFolder: string): Rule<DetectorName>[] {
  const folder = 'screening/rules';
  const names = reading(folder, () => readdirSync(join(definitionsFolder, folder)));
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: `${folder}/${name}`, text: textOf(definitionsFolder, `${folder}/${name}`) }));
  return readRules(files, groundsOf(definitionsFolder));
}

/** The grounds that an office knows. Throws `screening-rules-wrong`. */
export function groundsOf(definitionsFolder: string): Ground[] {
  return readGrounds(textOf(definitionsFolder, 'screening/grounds.yaml'), 'screening/grounds.yaml');
}

function textOf(definitionsFolder: string, path: string): string {
  return reading(path, () => readFileSync(join(definitionsFolder, path), 'utf8'));
}

function reading<Read>(path: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    const values = { what: 'the definitions of this office have no rules on abnormal applications' };
    throw new UserFault('screening-rules-wrong', {
      place: { path },
      found: (error as NodeJS.ErrnoException).code ?? String(error),
      expected: 'a file as definitions/screening of the software has it',
      values,
    });
  }
}
