import { UserFault } from '@zhiheng/vocabulary';
import { parse } from 'yaml';
import { organisationKinds } from './organisation-tree.js';
import type { NewOrganisation } from './organisations.js';

/**
 * Reads the list `definitions/reference/organisations.yaml`: `organisations`, each with id, parent, kind, area and names.
 * Throws `reference-wrong`. `path` is named in faults.
 */
export function readOrganisationList(text: string, path: string): NewOrganisation[] {
  const wrong = (what: string) => new UserFault('reference-wrong', { place: { path }, values: { what } });
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  const list = (content as { organisations?: unknown } | null)?.organisations;
  if (!Array.isArray(list)) throw wrong('the key organisations holds no list');
  return list.map((entry: unknown, at) => {
    if (!isOrganisation(entry)) throw wrong(`entry ${at + 1} of organisations lacks id, parent, kind, area or names`);
    const { id, parent, kind, area, names } = entry;
    return {
      id,
      parent,
      kind,
      area,
      names: { 'zh-Hans': names['zh-Hans'], 'zh-Hant': names['zh-Hant'], en: names.en },
    };
  });
}

function isOrganisation(entry: unknown): entry is NewOrganisation {
  if (typeof entry !== 'object' || entry === null) return false;
  const { id, parent, kind, area, names } = entry as Partial<Record<keyof NewOrganisation, unknown>>;
  const orNull = (value: unknown) => value === null || typeof value === 'string';
  if (typeof id !== 'string' || !orNull(parent) || !orNull(area)) return false;
  if (!(organisationKinds as readonly unknown[]).includes(kind) || typeof names !== 'object' || names === null)
    return false;
  return ['zh-Hans', 'zh-Hant', 'en'].every(
    (language) => typeof (names as Record<string, unknown>)[language] === 'string',
  );
}
