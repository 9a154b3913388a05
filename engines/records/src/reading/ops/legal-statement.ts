import type { Day } from '@zhiheng/vocabulary';
import { patentStatement, type StatedPatent } from '../exchange/patent-statement.js';
import type { SourceRecord } from '../source-record.js';
import type { XmlElement } from '../uspto/xml-element.js';
import { gazetteDay, legalEvent } from './legal-event.js';

/**
 * The legal events of one application as an answer lists them, dated by the newest gazette among them: lists only grow.
 * No statement where none is listed, because answers list events at one publication of several.
 */
export function legalStatement(patent: StatedPatent, legal: readonly XmlElement[]): SourceRecord[] {
  if (legal.length === 0) return [];
  const events = legal.map((one) => legalEvent(one, patent.id));
  const stateOn =
    newest(legal.map(gazetteDay)) ?? newest(events.map(({ event_on }) => (event_on as Day | null) ?? null));
  return [patentStatement({ toldBy: 'OPS', kind: 'legal', about: patent.id, patent, stateOn, events })];
}

function newest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
