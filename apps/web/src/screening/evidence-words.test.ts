import { describe, expect, it } from 'vitest';
import { nameOfFact } from './evidence-words.js';

describe('the name of a fact', () => {
  it('tells texts from the classes that inventors are spread over', () => {
    expect(nameOfFact('field', 'abstract')).toBe('screening.fact.field');
    expect(nameOfFact('field', 'title claim')).toBe('screening.fact.field');
    expect(nameOfFact('field', 'B62')).toBe('screening.fact.class');
    expect(nameOfFact('members', 3)).toBe('screening.members');
    expect(nameOfFact('unheard-of', 3)).toBeUndefined();
  });
});
