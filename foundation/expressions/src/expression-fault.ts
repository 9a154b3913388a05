import { type Place, UserFault } from '@zhiheng/vocabulary';

interface ExpressionSlip {
  /** The message: what is wrong. */
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  readonly didYouMean?: string | null;
}

/** The `expression-wrong` fault of the token at `place`. */
export function expressionFault(place: Place, { what, found, expected, didYouMean }: ExpressionSlip): UserFault {
  return new UserFault('expression-wrong', {
    place,
    found,
    expected,
    ...(didYouMean === undefined || didYouMean === null ? {} : { didYouMean }),
    values: { what },
  });
}
