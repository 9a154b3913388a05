import {
  type AdmissionSource,
  type ComputedDefinition,
  hasConditions,
  lyingStages,
  placedRelation,
  stagesOf,
} from '@zhiheng/indicators';
import { type LakeSession, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { type Scope, scopeName, seesEverything } from '@zhiheng/vocabulary';
import { showTags } from './classification/vintage-tags.js';
import { withFacts } from './decisions/vintage-facts.js';
import type { Office } from './office.js';
import { segmentsOfSet } from './stored-set.js';
import { admissionFor, segmentsOfRecords, type Vintage } from './vintage.js';
import { cardsOf, lyingCards } from './vintage-cards.js';

/** Begins the names of what belongs to the earlier of two vintages that one session shows. */
export const earlierPrefix = 'before_';

/**
 * Opens a session over the records that a vintage rests on, as far as a scope shows them. One that sees the whole office
 * can show the vintage's observations too, any its admissions.
 */
export async function openRecordSession(office: Office, vintage: Vintage, scope: Scope): Promise<LakeSession> {
  const release = withFacts((await office.store.getJson(vintage.releaseHash)) as Release, vintage.facts);
  const beside = besideOf(vintage, scope);
  const session = await openLakeSession(release, office.store, scope, {
    ...{ memoryLimit: '2GB', beside },
    check: 'when-named',
  });
  await showTags(session, vintage);
  return session;
}

/** Lends a session that stays open between questions, each over one release in one scope. */
export function withRecordSession<T>(
  office: Office,
  vintage: Vintage,
  scope: Scope,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const beside = besideOf(vintage, scope).length === 0 ? '' : vintage.name;
  const facts = vintage.facts?.decisions.sha256 ?? '';
  const key = `${vintage.releaseHash} ${facts} ${scopeName(scope)} ${beside}`;
  return office.sessions.use(key, () => openRecordSession(office, vintage, scope), use);
}

/**
 * Shows the admission that serves a definition, as far as its records are visible; null where the vintage keeps none. Where it can tell of
 * names, who holds a record first is not among what is shown. `prefix`: of the names that the session knows its views by.
 */
export async function showAdmission(
  session: LakeSession,
  vintage: Vintage,
  definition: ComputedDefinition,
  prefix = '',
): Promise<AdmissionSource | null> {
  const admission = admissionFor(vintage, definition);
  const segments = admission?.parts.admission;
  if (admission === null || segments === undefined) return null;
  const besides = { recordsOf: `${prefix}patents` };
  const show = (name: string, shown: readonly Segment[]) =>
    session.showSegments(`${prefix}${name}`, { segments: shown, ...besides });
  await session.showSegments(`${prefix}admission`, { segments, ...besides, officeAlone: 'party' });
  const told = hasConditions(definition) ? stagesOf(definition) : null;
  const lying = hasConditions(definition) ? lyingStages(definition) : null;
  const stagesLie = lying !== null && admission.parts[lying] !== undefined;
  const stages = stagesLie ? lying : told;
  if (stages !== null) await show(stages, admission.parts[stages] ?? []);
  const relation = placedRelation(definition.attribution);
  const elsewhere = relation === null ? undefined : admission.parts[relation];
  const placed = elsewhere === undefined ? null : relation;
  if (placed !== null) await show(placed, elsewhere ?? []);
  const { record_card: cards, admission_owner: owners } = admission.parts;
  const apart = lyingCards(admission);
  const people = apart.length === 0 ? 'cards' : 'cardsWithParties';
  if (cards !== undefined) {
    await session.showSegments(`${prefix}record_card`, { segments: cardsOf(admission), ...besides, people });
    for (const { name, segments: first } of apart) {
      await session.showSegments(`${prefix}${name}`, { segments: [first, ...cards], ...besides, people });
    }
  }
  if (owners !== undefined) {
    await session.showSegments(`${prefix}admission_owner`, { segments: owners, ...besides, people: 'owners' });
  }
  return {
    relation: 'admission',
    tests: admission.tests,
    bits: apart.length > 0,
    ...{ stages, stagesLie },
    placed,
    cards: cards === undefined ? null : 'record_card',
    cardsFrom: apart.map(({ from, name }) => ({ from, relation: name })),
    owners: owners === undefined ? null : 'admission_owner',
  };
}

/** What shows parties by the keys of holders. */
export interface ShownParties {
  /** Null: cards tell them all. */
  readonly relation: string | null;
  /** With the number of each key beside it. */
  readonly numbered: boolean;
  /** Cards tell the party too, as it was when they were written; what shows parties shows those that are others since. */
  readonly onCards: boolean;
}

/**
 * Shows the parties of holders by the key that cards tell: the parties of the office where all of it is in sight, else those that the scope
 * shows. Null where a vintage has no cards.
 */
export async function showParties(
  session: LakeSession,
  vintage: Vintage,
  definition: ComputedDefinition,
): Promise<ShownParties | null> {
  const admission = admissionFor(vintage, definition);
  if (admission?.parts.record_card === undefined) return null;
  const { party_of_key: segments } = admission.parts;
  const onCards = lyingCards(admission).length > 0;
  if (!seesEverything(session.scope) || (segments === undefined && !onCards)) {
    return { relation: 'party_names', numbered: false, onCards: false };
  }
  if (segments === undefined || segments.length === 0) return { relation: null, numbered: false, onCards };
  await session.showSegments('party_of_key', { segments, by: 'key' });
  return { relation: 'party_of_key', numbered: true, onCards };
}

/**
 * Has the admission tell who holds each record first, as its figures that count holders ask; the session sees everything. Those of earlier versions
 * tell it apart.
 */
export async function showHolders(
  session: LakeSession,
  vintage: Vintage,
  definition: ComputedDefinition,
): Promise<void> {
  const { admission = [], admission_party: parties } = admissionFor(vintage, definition)?.parts ?? {};
  if (parties === undefined) return;
  await session.showSegments('admission_row', { segments: admission });
  await session.showSegments('admission_party', { segments: parties });
  await session.name(
    'admission',
    'SELECT told.*, holding.party FROM admission_row AS told LEFT JOIN admission_party AS holding ON holding.id = told.id',
  );
}

/** Segments that a session over a vintage may show beside its records. */
export function besideOf(vintage: Vintage, scope: Scope) {
  const observations = vintage.indicators.flatMap((one) => segmentsOfSet(one.observations));
  return [...segmentsOfRecords(vintage), ...(seesEverything(scope) ? observations : [])];
}
