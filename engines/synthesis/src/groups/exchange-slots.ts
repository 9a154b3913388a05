import type { Random } from '../random.js';

/**
 * Fills a template anew: so many of the nouns of a text, and all its numbers, are exchanged, each for the same one
 * wherever it stands. The function returned does so for every text of an application alike.
 *
 * @param nouns those that the texts speak of
 * @param others nouns to put in their places
 * @param share of the nouns to exchange, 0 to 1
 */
export function exchangeSlots(
  nouns: readonly string[],
  others: readonly string[],
  share: number,
  random: Random,
): (text: string) => string {
  const fresh = others.filter((noun) => !nouns.includes(noun));
  const exchanged = new Map(nouns.map((noun) => [noun, noun]));
  const slots = inRandomOrder(nouns, random).slice(0, Math.min(fresh.length, Math.ceil(nouns.length * share)));
  for (const [index, noun] of slots.entries()) exchanged.set(noun, fresh[index] ?? noun);
  const numbers = new Map<string, string>();
  const shift = random.between(3, 17);
  // The longest first: one noun may be part of another.
  const longestFirst = [...nouns].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\d步骤])\\d\\d+(?!\\d)|${longestFirst.map(escaped).join('|')}`, 'gu');
  return (text) =>
    text.replace(pattern, (found) => {
      const noun = exchanged.get(found);
      if (noun !== undefined) return noun;
      const known = numbers.get(found) ?? String(((Number(found) + shift) % 90) + 10);
      numbers.set(found, known);
      return known;
    });
}

function inRandomOrder<T>(values: readonly T[], random: Random): T[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.between(0, at);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

function escaped(noun: string): string {
  return noun.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
