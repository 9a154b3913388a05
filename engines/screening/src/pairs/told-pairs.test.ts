import { expect, it } from 'vitest';
import { ToldPairs } from './told-pairs.js';

/** Answers by the length of both texts, and counts how often it was asked. */
function counting() {
  const asked: string[] = [];
  const about = (texts: string) => () => {
    asked.push(texts);
    return { length: texts.length };
  };
  return { asked, about };
}

it('tells again what was told of the same texts by the same question, and forgets what is not asked any more', () => {
  const { asked, about } = counting();
  const first = new ToldPairs();
  expect(first.tell('length', 'd1', 'd2', about('abc'))).toEqual({ length: 3 });
  expect(first.tell('length', 'd1', 'd2', about('abc'))).toEqual({ length: 3 });
  first.tell('length', 'd1', 'd3', about('ab'));
  const second = new ToldPairs(first.stored());
  expect(second.tell('length', 'd1', 'd2', about('never'))).toEqual({ length: 3 });
  // In the other order, by another question, of another text.
  second.tell('length', 'd2', 'd1', about('cba'));
  second.tell('width', 'd1', 'd2', about('abcd'));
  expect(asked).toEqual(['abc', 'ab', 'cba', 'abcd']);
  const third = new ToldPairs(second.stored());
  third.tell('length', 'd1', 'd3', about('ab again'));
  expect(asked.at(-1)).toBe('ab again');
});

it('keeps nothing of texts without a digest, nor what could not be told, nor what another version told', () => {
  const { asked, about } = counting();
  const first = new ToldPairs();
  first.tell('length', null, 'd2', about('a'));
  first.tell('length', null, 'd2', about('a'));
  expect(first.tell('length', 'd1', 'd2', () => undefined)).toBeUndefined();
  expect(first.tell('length', 'd1', 'd2', about('ab'))).toEqual({ length: 2 });
  expect(asked).toEqual(['a', 'a', 'ab']);
  const others = Buffer.from(first.stored().toString('utf8').replace('/1', '/0'), 'utf8');
  new ToldPairs(others).tell('length', 'd1', 'd2', about('ab'));
  expect(asked).toHaveLength(4);
});

it('is kept as far as there is room, in the same bytes whatever was asked first', () => {
  const questions = Array.from({ length: 100 }, (_, index) => `question-${index}`);
  const asked = (order: readonly string[], told: ToldPairs) =>
    order.filter((question) => {
      let made = false;
      told.tell(question, `${question}-one`, `${question}-two`, () => {
        made = true;
        return { of: question };
      });
      return made;
    });
  const [one, other] = [new ToldPairs(), new ToldPairs()];
  expect(asked(questions, one)).toEqual(questions);
  asked(questions.toReversed(), other);
  expect(other.stored()).toEqual(one.stored());
  const few = one.stored(2000);
  expect(few.length).toBeLessThan(2100);
  const again = asked(questions, new ToldPairs(few));
  expect(again.length).toBeGreaterThan(50);
  expect(again.length).toBeLessThan(100);
  expect(asked(questions, new ToldPairs(one.stored(0)))).toEqual(questions);
});
