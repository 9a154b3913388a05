import type { Day } from '@zhiheng/vocabulary';
import type { ScreenedSession } from '../screened-session.js';

/** What is known of an application beside its texts. */
export interface ApplicationFacts {
  readonly id: string;
  readonly filed: Day;
  readonly published: Day | null;
  readonly kind: string | null;
  readonly family: string | null;
  readonly agency: string | null;
  readonly party: string | null;
  readonly area: string | null;
  readonly address: string | null;
  readonly holderType: string | null;
  readonly field: string | null;
}

/** The facts of some applications by their ids; one without a filing day has none. */
export async function factsOfApplications(
  session: ScreenedSession,
  ids: Iterable<string>,
): Promise<Map<string, ApplicationFacts>> {
  await session.registerTable(
    'asked_application',
    { id: 'text' },
    [...new Set(ids)].map((id) => [id]),
  );
  const rows = await session.rows<Record<keyof ApplicationFacts, string | null>>(
    `SELECT s.id, s.filed_on AS filed, s.published_on AS published, s.kind, s.family, s.agency, s.party, s.area, s.address,
       s.holder_type AS "holderType", s.field
     FROM screened AS s JOIN asked_application AS asked ON asked.id = s.id`,
  );
  return new Map(
    (rows as unknown as ApplicationFacts[]).map((row) => [row.id, { ...row, address: plain(row.address) }]),
  );
}

/** An address without what is written differently for one place: width, case, spaces, punctuation. */
function plain(address: string | null): string | null {
  const told =
    address
      ?.normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]/gu, '') ?? '';
  return told === '' ? null : told;
}
