import { countryArea } from '../country-area.js';
import type { RecordHolder, RecordPerson } from '../record.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from './xml-element.js';

const addressParts = ['street', 'address-1', 'address-2', 'address-3', 'city', 'state', 'postcode', 'country'];

/** The holders: the assignees if any is named, else the applicants. */
export function holdersOf(bibliography: XmlElement): RecordHolder[] {
  const assignees = childrenOf(elementAt(bibliography, 'assignees'), 'assignee');
  const applicants = [
    ...childrenOf(elementAt(bibliography, 'us-parties', 'us-applicants'), 'us-applicant'),
    ...childrenOf(elementAt(bibliography, 'parties', 'applicants'), 'applicant'),
  ];
  const named = assignees.flatMap(holderOf);
  return named.length > 0 ? named : applicants.flatMap(holderOf);
}

/** The first firm among the agents. An agent who is a person is told among the people of the record. */
export function agencyOf(bibliography: XmlElement): string | null {
  const agents = elementAt(bibliography, 'us-parties', 'agents') ?? elementAt(bibliography, 'parties', 'agents');
  return childrenOf(agents, 'agent').flatMap((agent) => textAt(bookOf(agent), 'orgname') ?? [])[0] ?? null;
}

/** Inventors, then agents who are persons. Up to 2012 inventors are told as applicants. */
export function peopleOf(bibliography: XmlElement): RecordPerson[] {
  const lists = ['us-parties', 'parties'].map((name) => elementAt(bibliography, name));
  const inventors = lists.flatMap((list) => [
    ...childrenOf(elementAt(list, 'inventors'), 'inventor'),
    ...childrenOf(elementAt(list, 'applicants'), 'applicant').filter(isInventor),
  ]);
  const agents = lists.flatMap((list) => childrenOf(elementAt(list, 'agents'), 'agent'));
  const named = (parties: XmlElement[], role: RecordPerson['role']) =>
    parties.map(personOf).flatMap((name) => (name === null ? [] : [{ name, role }]));
  return [...named(inventors, 'inventor'), ...named(agents, 'agent')];
}

const isInventor = ({ attributes }: XmlElement): boolean => attributes['app-type'] === 'applicant-inventor';

/** The name of a party that is a person; null for an organisation. */
function personOf(party: XmlElement): string | null {
  return textAt(bookOf(party), 'orgname') === null ? nameOf(party) : null;
}

function holderOf(party: XmlElement): RecordHolder[] {
  const name = nameOf(party);
  if (name === null) return [];
  const address = elementAt(bookOf(party), 'address');
  const stated = textAt(address, 'country');
  const country = stated !== null && /^[A-Z]{2}$/.test(stated) ? stated : null;
  const parts = addressParts.flatMap((part) => childrenOf(address, part).map(flatText)).filter((part) => part !== null);
  return [
    {
      name,
      country,
      address: parts.length === 0 ? null : parts.join(', '),
      area: areaOf(country, textAt(address, 'state')),
      fromOn: null,
      toOn: null,
    },
  ];
}

/** An organisation's name, else `Last, First Middle`. */
export function nameOf(party: XmlElement): string | null {
  const book = bookOf(party);
  const whole = textAt(book, 'orgname') ?? textAt(book, 'name');
  if (whole !== null) return whole;
  const given = [textAt(book, 'first-name'), textAt(book, 'middle-name')].filter((part) => part !== null).join(' ');
  const name = [textAt(book, 'last-name') ?? '', given].filter((part) => part !== '').join(', ');
  return name === '' ? null : name;
}

/** Names and addresses stand in an address book; the first applications have some beside it. */
export function bookOf(party: XmlElement): XmlElement {
  return elementAt(party, 'addressbook') ?? party;
}

function areaOf(country: string | null, state: string | null): string {
  const code = state?.toUpperCase() ?? '';
  if ((country === 'US' || country === null) && /^[A-Z]{2}$/.test(code)) return `US-${code}`;
  return countryArea(country);
}
