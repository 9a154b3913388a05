import { expect, it } from 'vitest';
import { readsAsPerson } from './person-name.js';

it.each(['张伟', '张　伟', '欧阳娜娜', '司马光', '艾力·买买提', 'Smith, John', 'John A. Smith', 'MÜLLER, Hans Peter'])(
  '%s is a person',
  (name) => {
    expect(readsAsPerson(name, '')).toBe(true);
  },
);

it.each([
  '清华大学',
  '张江高科技园',
  '王府井百货',
  '小米',
  'Sony Group',
  'Apple',
  'Texas Instruments',
  'Bank of China',
  'Smith, Institute',
  '李记店',
])('%s is none', (name) => {
  expect(readsAsPerson(name, '')).toBe(false);
});

it('is none with a legal form', () => {
  expect(readsAsPerson('张伟', '公司')).toBe(false);
});
