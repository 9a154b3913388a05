import {
  checkDefinition,
  type DefinitionCheck,
  definitionIdOf,
  publishedFile,
  readDefinition,
  readDefinitions,
  shippedText,
} from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';

/** Characters that the text of a definition may have. */
export const longestText = 65_536;

/** Where new ones are written: no indicator has this address. */
const pageName = 'new';

/** The id that a text is for: the one named, else the one that it gives itself. Throws `definition-wrong`. */
export function draftedId(text: string, named?: string): string {
  demandLength(text);
  const id = named ?? definitionIdOf(text);
  if (id !== null && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 100 && id !== pageName) return id;
  throw new UserFault('definition-wrong', {
    place: { field: 'id' },
    ...(id === null ? {} : { found: id }),
    expected: 'small letters, digits and hyphens',
    values: { what: 'the draft does not say which indicator it is for' },
  });
}

/** Every fault of a text that would be a definition of this office. */
export function checkText(
  office: Office,
  text: string,
  id?: string,
  file = publishedFile(id ?? 'draft'),
): DefinitionCheck {
  demandLength(text);
  return checkDefinition(text, file, { ...contextOf(office), ...(id === undefined ? {} : { id }) });
}

/** The definition that a draft would be. Throws its first fault: `definition-wrong`, `expression-wrong`. */
export function draftedDefinition(office: Office, text: string, id: string) {
  demandLength(text);
  return readDefinition(text, publishedFile(id), { ...contextOf(office), id });
}

/**
 * Throws unless all definitions can be read with this text in force; null: with what came with the software in its place. Nothing that a
 * programme asks for may go away. `definition-wrong`, `expression-wrong`, `draft-refused`.
 */
export function demandSound(office: Office, id: string, text: string | null): void {
  const { [id]: _, ...others } = office.definitions.texts;
  if (text !== null) draftedDefinition(office, text, id);
  const texts = text === null ? others : { ...others, [id]: text };
  readDefinitions(office.definitionsFolder, texts, currentReference(office).concordances());
  if (text !== null || shippedText(office.definitionsFolder, id) !== null) return;
  for (const { id: programme, targets } of currentReference(office).programmes()) {
    if (!targets.some(({ subject, denominator }) => subject?.indicator === id || denominator?.indicator === id))
      continue;
    const what = 'a target of a programme asks for this indicator';
    throw new UserFault('draft-refused', { found: programme, values: { what } });
  }
}

/** What a definition of this office may speak of. */
function contextOf(office: Office) {
  const reference = currentReference(office);
  const series = new Set(reference.published().map((value) => value.series));
  const tables = reference.concordances();
  return { series, others: reference.definitions(), areas: reference.areas(), tables };
}

function demandLength(text: string): void {
  if (text.length <= longestText) return;
  throw new UserFault('definition-wrong', {
    found: `${text.length} characters`,
    expected: `at most ${longestText} characters`,
    values: { what: 'the text is too long for a definition' },
  });
}
