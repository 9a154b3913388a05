import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkTable } from '@zhiheng/bulletin';
import type { DefinitionCheck } from '@zhiheng/indicators';
import { isLanguage, type Language, languages, reportFault, UserFault } from '@zhiheng/vocabulary';
import type { TableAnswer, TableFile, TableFormat, TableListItem, TableMade } from '../answers-tables.js';
import { currentReference } from '../reference.js';
import { readNamedTable, type TableInput } from '../tables/read-table.js';
import { fileName, filesOf, tableFormats } from '../tables/table-files.js';
import { type Command, done } from './command.js';

/** The named tables; one that is wrong is told with its fault. */
export const tableList: Command<object, TableListItem[]> = async (_, { office }) =>
  done(
    currentReference(office)
      .tables()
      .map(({ id, table, fault }) => ({
        id,
        names: table?.names ?? null,
        summary: table?.summary ?? null,
        period: table?.period ?? null,
        sheets: (table?.sheets ?? []).map((sheet) => ({ id: sheet.id, names: sheet.names })),
        provisional: table?.provisional ?? true,
        fault: fault === null ? null : reportFault(fault),
      })),
  );

/** A named table with its figures. */
export const tableShow: Command<TableInput, TableAnswer> = async (input, context) =>
  done(await readNamedTable(input, context));

/** What is wrong with the text of a table file. */
export const tableCheck: Command<
  { readonly text: string; readonly file?: string },
  Omit<DefinitionCheck, 'definition'>
> = async ({ text, file = 'table.yaml' }, { office }) => {
  const reference = currentReference(office);
  const checked = checkTable(text, file, { definitions: reference.definitions(), areas: reference.areas() });
  return { json: checked, exit: checked.ok ? 0 : 1 };
};

export interface MakeTableInput extends TableInput {
  readonly out: string;
  /** Left out: all. */
  readonly format?: readonly string[];
  /** Left out: simplified Chinese. */
  readonly language?: string;
}

/** Writes a named table as files into a folder. Refused where its parts do not add up. */
export const tableMake: Command<MakeTableInput, TableMade> = async ({ out, format, language, ...input }, context) => {
  const formats = formatsAsked(format);
  const words = languageAsked(language);
  const answer = await readNamedTable(input, context);
  const files: TableFile[] = [];
  for (const one of formats) {
    for (const file of await filesOf(answer, one, words, context.office)) {
      const path = join(out, fileName(file));
      await write(out, path, file.bytes);
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      files.push({ path, format: one, sheet: file.sheet, bytes: file.bytes.length, sha256 });
    }
  }
  const { filled, provenance, id } = answer;
  const { period, office, dataset } = filled;
  return done({ table: id, period, office, dataset, vintage: provenance.vintage, files });
};

async function write(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    const found = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserFault('folder-unusable', { place: { path }, found, expected: 'a folder that can be written' });
  }
}

function formatsAsked(asked: readonly string[] | undefined): readonly TableFormat[] {
  if (asked === undefined || asked.length === 0) return tableFormats;
  return asked.map((word) => {
    const known = tableFormats.find((one) => one === word);
    if (known !== undefined) return known;
    throw usage('format', word, tableFormats);
  });
}

function languageAsked(asked: string | undefined): Language {
  if (asked === undefined) return 'zh-Hans';
  if (isLanguage(asked)) return asked;
  throw usage('language', asked, languages);
}

function usage(field: string, found: string, known: readonly string[]): UserFault {
  return new UserFault('usage', {
    place: { field },
    found,
    expected: known.join(', '),
    values: { what: `no such ${field}` },
  });
}
