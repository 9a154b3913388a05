/** One entry of a list of goods or services: the same goods, classed by one or more schemes. */
export interface GoodsFacts {
  /** Edition of the Nice classification. */
  readonly edition: string | null;
  /** Class numbers as given. */
  readonly nice: readonly string[];
  readonly national: readonly string[];
  /** The statements of goods, with the class number each stands under. */
  readonly statements: readonly { readonly class: string | null; readonly text: string }[];
  readonly firstUsed: string | null;
}

export interface OwnerFacts {
  readonly name: string | null;
  /** ST.3. */
  readonly country: string | null;
  /** State or region as given, code or name. */
  readonly region: string | null;
  readonly addressLines: readonly string[];
  /**
   * Where the office keeps every owner there was: a number that grows from the first applicant to the present owner,
   * joint owners having the same. Null where the file lists present owners only.
   */
  readonly stage: number | null;
}

export interface EventFacts {
  readonly code: string | null;
  readonly date: string | null;
  readonly description: string | null;
  /** Number of the entry in the history that the office keeps. */
  readonly entry: string | null;
}

/** What a file tells of one mark, in its own words, whatever the standard it is written in. */
export interface MarkFacts {
  /** ST.3. */
  readonly office: string | null;
  readonly number: string | null;
  readonly registrationNumber: string | null;
  readonly filed: string | null;
  readonly registered: string | null;
  readonly published: readonly string[];
  readonly abandoned: string | null;
  readonly kind: string | null;
  readonly markText: string | null;
  readonly featureCode: string | null;
  readonly feature: string | null;
  readonly statusCode: string | null;
  readonly statusText: string | null;
  readonly statusDate: string | null;
  readonly agency: string | null;
  readonly goods: readonly GoodsFacts[];
  readonly owners: readonly OwnerFacts[];
  readonly events: readonly EventFacts[];
}
