import type { LocalizedText } from '@zhiheng/vocabulary';

/** What a permission means, for people who give rights. */
export interface PermissionEntry {
  readonly description: LocalizedText;
  /** Only ever in person: neither by an API key nor in the place of an absent colleague. */
  readonly inPerson?: true;
}

/** An entry of the table: what one may do, in the three languages. */
export function means(hans: string, hant: string, en: string): PermissionEntry {
  return { description: { 'zh-Hans': hans, 'zh-Hant': hant, en } };
}

/** An entry for what is only done in person. */
export function inPerson(hans: string, hant: string, en: string): PermissionEntry {
  return { ...means(hans, hant, en), inPerson: true };
}
