const parts = ['organisations', 'rights', 'audit', 'calendar', 'settings'] as const;
export type AdministrationPart = (typeof parts)[number];

/** What is open in the administration; all of it stands in the address. */
export interface AdministrationState {
  readonly part?: AdministrationPart | undefined;
  readonly organisation?: string | undefined;
  readonly words?: string | undefined;
  /** Rights on a narrow page: the one role that is shown. */
  readonly role?: string | undefined;
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly object?: string | undefined;
  /** Audit: only reads of personal data. */
  readonly reads?: 'yes' | undefined;
  /** Numbers below which each turned page began, the newest last, joined by `~`. */
  readonly page?: string | undefined;
  readonly year?: string | undefined;
}

/** Reads the address; unknown values are dropped. */
export function readAdministrationState(search: Readonly<Record<string, unknown>>): AdministrationState {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return withoutEmpty({
    part: parts.find((part) => part === search.part),
    organisation: text('organisation'),
    words: text('words'),
    role: text('role'),
    kind: text('kind'),
    person: text('person'),
    object: text('object'),
    reads: search.reads === 'yes' ? 'yes' : undefined,
    page: /^\d+(?:~\d+)*$/.test(text('page') ?? '') ? text('page') : undefined,
    year: /^(?:19|20|21)\d\d$/.test(text('year') ?? '') ? text('year') : undefined,
  });
}

/** The state without what is not set, so that the address stays short. */
export function withoutEmpty(state: AdministrationState): AdministrationState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined && value !== ''));
}

/** What the parts share: the state of the address and how it is changed. */
export interface AdministrationView {
  readonly state: AdministrationState;
  readonly set: (change: AdministrationState) => void;
}
