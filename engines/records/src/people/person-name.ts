/** Who stands behind a pseudonym. */
export interface PersonName {
  readonly pseudonym: string;
  readonly name: string;
}
