import type { PartyPairRow } from '@zhiheng/office';

type Kind = PartyPairRow['evidence'][number]['kind'];

/** Message ids of what speaks for two parties being one, or against it. */
export const evidenceWords: Readonly<Record<Kind, string>> = {
  'same-name': 'evidence.same-name',
  'one-character': 'evidence.one-character',
  'two-characters': 'evidence.two-characters',
  'word-order': 'evidence.word-order',
  'place-in-name': 'evidence.place-in-name',
  'name-stem': 'evidence.name-stem',
  branch: 'evidence.branch',
  'same-address': 'evidence.same-address',
  'shared-people': 'evidence.shared-people',
  'shared-agency': 'evidence.shared-agency',
  'joint-records': 'evidence.joint-records',
  'near-code': 'evidence.near-code',
  'code-missing': 'evidence.code-missing',
  'codes-differ': 'evidence.codes-differ',
  'types-differ': 'evidence.types-differ',
  'numerals-differ': 'evidence.numerals-differ',
};

/** Message ids of the types of holders. */
export const holderTypeWords: Readonly<Record<string, string>> = {
  enterprise: 'holder-type.enterprise',
  university: 'holder-type.university',
  institute: 'holder-type.institute',
  government: 'holder-type.government',
  individual: 'holder-type.individual',
  other: 'holder-type.other',
};
