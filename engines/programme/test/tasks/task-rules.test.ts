import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTaskRules } from '../../src/index.js';

const shipped = readFileSync(join(import.meta.dirname, '../../../../definitions/tasks/rules.yaml'), 'utf8');
const faultOf = (text: string) => {
  try {
    readTaskRules(text, 'rules.yaml');
    return null;
  } catch (error) {
    const { code, detail } = error as { code: string; detail: { place: { line: number }; found?: string } };
    return [code, detail.place.line, detail.found ?? null];
  }
};
const lineOf = (words: string) => shipped.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('the rules of tasks', () => {
  it('are read as they stand', () => {
    const rules = readTaskRules(shipped, 'rules.yaml');
    expect(rules).toMatchObject({
      ...{ soon: 5, provisional: true, fileBytes: 33_554_432 },
      escalations: [
        { after: 3, up: 1 },
        { after: 10, up: 2 },
      ],
    });
    expect(rules.reasons.filter((one) => one.for.includes('send-back')).map(({ id }) => id)).toEqual([
      'evidence-lacking',
      'figures-differ',
      'incomplete',
    ]);
  });

  it('tell the place of what is wrong', () => {
    expect(faultOf(shipped.replace('soon: 5', 'soon: 99'))).toEqual(['task-rules-wrong', lineOf('soon: 5'), '99']);
    expect(faultOf(shipped.replace('after: 10', 'after: 2'))?.[0]).toBe('task-rules-wrong');
    expect(faultOf(shipped.replace('for: [return, hand-over]', 'for: [give-back]'))).toEqual([
      ...['task-rules-wrong', lineOf('for: [return, hand-over]'), 'give-back'],
    ]);
    expect(faultOf(shipped.replace('id: unclear', 'id: not-ours'))).toEqual([
      ...['task-rules-wrong', lineOf('id: unclear'), 'not-ours'],
    ]);
    expect(faultOf(`${shipped}\nmore: 1\n`)?.[0]).toBe('task-rules-wrong');
  });
});
