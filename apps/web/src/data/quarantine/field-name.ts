import { columnWords } from '../../words/term-ids.js';
import type { Words } from '../../words/words.js';

/** Message ids of canonical fields that no figure names. */
const fieldWords: Readonly<Record<string, string>> = {
  office: 'field.office',
  route: 'field.route',
  publication_number: 'field.publication-number',
  grant_number: 'field.grant-number',
  claim_count: 'field.claim-count',
  family: 'field.family',
  funded_project: 'field.funded-project',
  agency: 'field.agency',
  department: 'field.department',
  abstract: 'field.abstract',
  first_claim: 'field.first-claim',
  language: 'field.language',
  outcome: 'field.outcome',
  cease_reason: 'field.cease-reason',
  address: 'field.address',
  priority_on: 'field.priority-on',
  published_on: 'field.published-on',
  state_on: 'field.state-on',
  first_action_on: 'field.first-action-on',
  holders: 'field.holders',
  holder_addresses: 'field.holder-addresses',
  country: 'field.country',
  classes: 'field.classes',
  dataset: 'field.dataset',
};

/** A canonical field in words, where there are some; its code otherwise. */
export function fieldName({ word }: Words, field: string): string {
  const id = columnWords[field] ?? fieldWords[field];
  return id === undefined ? field : word(id);
}
