import type { Random } from '../random.js';

/** A run of `share` of a text's characters from where chance begins. */
export function passageOf(text: string, share: number, random: Random): string {
  const characters = [...text];
  const length = Math.ceil(characters.length * share);
  const from = random.between(0, characters.length - length);
  return characters.slice(from, from + length).join('');
}

/** A passage put into another text, behind one of its clauses. */
export function contain(passage: string, host: string, random: Random): string {
  const ends = [...host.matchAll(/[；，]/gu)].map(({ index }) => index + 1);
  const at = ends.length === 0 ? host.length : random.one(ends);
  return host.slice(0, at) + passage + host.slice(at);
}
