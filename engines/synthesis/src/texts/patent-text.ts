/** What an application says in words. A design has a title only: its abstract and first claim are empty. */
export interface PatentText {
  /** 10 to 30 characters, those of designs shorter. */
  readonly title: string;
  readonly titleEn: string;
  readonly abstract: string;
  readonly firstClaim: string;
}

/** A text together with the nouns it coined or took from its field, which a template would exchange. */
export interface ComposedText extends PatentText {
  readonly nouns: readonly string[];
}
