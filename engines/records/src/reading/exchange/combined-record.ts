import type { Day } from '@zhiheng/vocabulary';
import type { RecordHolder } from '../record.js';
import type { RowOf, SourceRecord } from '../source-record.js';
import { kindOfRight } from './kind-of-right.js';
import type { Bibliography, Publication } from './publication.js';

/**
 * The record of one application from its publications (one at least). The newest publication that tells a title, classes
 * or holders tells them; dates come from all.
 *
 * A record that tells only numbers and dates is dated by its filing, before any publication: so it never overwrites a
 * record of the same application that tells more, and is replaced by one.
 */
export function combinedRecord(publications: readonly Publication[]): SourceRecord | null {
  const ordered = [...publications].sort((a, b) => compareDays(a.of.on, b.of.on));
  const [newest] = ordered.slice(-1);
  if (newest === undefined) return null;
  const { application } = newest;
  const grants = ordered.filter(({ granted }) => granted);
  const openings = ordered.filter(({ granted }) => !granted);
  const told = ordered.map(({ bibliography }) => bibliography).filter((one) => one !== null);
  const filedOn = ordered.map((one) => one.application.filedOn).find((day) => day !== null) ?? null;
  const priorityOn = earliest(ordered.flatMap(({ priorities }) => priorities.map(({ on }) => on)));
  const bare = told.length === 0;
  return {
    group: 'patents',
    id: application.id,
    office: application.office,
    dataset: 'real',
    number: application.number,
    numberAsGiven: application.numberAsGiven,
    stateOn: bare ? (filedOn ?? priorityOn ?? ordered[0]?.of.on ?? null) : newest.of.on,
    rows: {
      patents: [
        {
          kind: kindOfRight(newest.of.country, newest.of.kind, application.kind),
          kind_as_given: newest.of.kind,
          route: routeOf(ordered),
          filed_on: filedOn,
          priority_on: priorityOn,
          published_on: earliest(ordered.map(({ publishedOn }) => publishedOn)),
          publication_number: openings[0]?.of.number ?? null,
          grant_number: grants[0]?.of.number ?? null,
          family: ordered.map(({ family }) => family).findLast((family) => family !== null) ?? null,
        },
      ],
      patent_texts: [textOf(told)],
      patent_states: [
        {
          outcome: grants.length > 0 ? 'granted' : null,
          granted_on: earliest(grants.map(({ grantedOn }) => grantedOn)),
        },
      ],
      patent_classes: (told.findLast(({ classes }) => classes.length > 0)?.classes ?? []).map((one) => ({ ...one })),
      patent_holders: (told.findLast(({ holders }) => holders.length > 0)?.holders ?? []).map(holderRow),
    },
  };
}

/** Title and language of the newest publication with a title; the abstract of the newest with one. */
function textOf(told: readonly Bibliography[]): RowOf<'patent_texts'> {
  const titled = told.findLast(({ title }) => title !== null);
  const abstracted = told.findLast(({ abstract }) => abstract !== null);
  return {
    title: titled?.title ?? null,
    abstract: abstracted?.abstract ?? null,
    language: (titled ?? abstracted)?.language ?? null,
  };
}

/** Null where a file does not say: a national application looks like one from abroad. */
function routeOf(publications: readonly Publication[]): string | null {
  const international = publications.some(
    ({ application, priorities }) => application.office === 'WO' || priorities.some(({ link }) => link === 'W'),
  );
  return international ? 'pct' : null;
}

function holderRow({ name, country, address, area, fromOn, toOn }: RecordHolder): RowOf<'patent_holders'> {
  return { name, country, address, area, from_on: fromOn, to_on: toOn };
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

function compareDays(a: Day | null, b: Day | null): number {
  const [first, second] = [a ?? '', b ?? ''];
  return first < second ? -1 : Number(first > second);
}
