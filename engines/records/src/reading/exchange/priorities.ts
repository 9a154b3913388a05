import type { Day } from '@zhiheng/vocabulary';
import { childrenOf, textAt, type XmlElement } from '../uspto/xml-element.js';
import { type DocumentNumber, docdbNumber, exchangeDay } from './document-number.js';

export interface Priority {
  readonly on: Day | null;
  /** Null where only other forms of the number are told. */
  readonly of: DocumentNumber | null;
  /** The code of a link that is not a claim to priority: `W` an international application in the national phase. */
  readonly link: string | null;
}

/**
 * The priorities that a document claims. The EPO lists an application without any as its own priority: that one is left
 * out.
 *
 * @param parent the element that holds the `priority-claim` elements
 * @param applications the references of the document's own application
 * @throws RecordFault `date-wrong`
 */
export function prioritiesOf(parent: XmlElement | null, applications: readonly XmlElement[]): Priority[] {
  const own = new Set(applications.flatMap(numbersOf));
  return childrenOf(parent, 'priority-claim')
    .filter((claim) => !numbersOf(claim).some((number) => own.has(number)))
    .map((claim) => {
      const of = docdbNumber([claim], 'priority_on');
      const other = childrenOf(claim, 'document-id').map((id) => textAt(id, 'date'));
      const date = other.find((text) => text !== null) ?? null;
      return {
        of,
        on: of?.on ?? exchangeDay(date, 'priority_on'),
        link: textAt(claim, 'priority-linkage-type'),
      };
    });
}

/** The docdb and epodoc numbers of a reference; originals may be alike by chance. */
function numbersOf(reference: XmlElement): string[] {
  return childrenOf(reference, 'document-id')
    .filter((id) => formOf(reference, id) !== 'original')
    .map((id) => `${textAt(id, 'country') ?? ''} ${textAt(id, 'doc-number') ?? ''} ${textAt(id, 'kind') ?? ''}`);
}

function formOf(reference: XmlElement, id: XmlElement): string | undefined {
  return id.attributes['document-id-type'] ?? reference.attributes['data-format'];
}
