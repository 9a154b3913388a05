/** The first half of one text and the second half of another, both cut at the end of a clause near the middle. */
export function recombine(first: string, second: string): string {
  return first.slice(0, middleOf(first)) + second.slice(middleOf(second));
}

/** Behind the mark of punctuation nearest to the middle. */
function middleOf(text: string): number {
  const half = Math.floor(text.length / 2);
  for (let off = 0; off < half; off += 1) {
    if (endsClause(text, half + off)) return half + off;
    if (endsClause(text, half - off)) return half - off;
  }
  return half;
}

function endsClause(text: string, at: number): boolean {
  return at > 0 && /[，；。：]$|[,;.] $/u.test(text.slice(Math.max(0, at - 2), at));
}
