import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type MemoArea, readMemoAreas, readTables, type TableDefinition, type TableReading } from '@zhiheng/bulletin';
import {
  Concordances,
  type Definition,
  type PublishedTexts,
  type PublishedValue,
  readDefinitions,
  readPublishedFolder,
  readWordingsOf,
  withWordings,
} from '@zhiheng/indicators';
import {
  type Programme,
  readProgrammes,
  readTaskRules,
  type TargetChange,
  type TaskRules,
  withChanges,
} from '@zhiheng/programme';
import { AddressReader } from '@zhiheng/records';
import { AreaDirectory, nearestWord, UserFault } from '@zhiheng/vocabulary';
import type { Office } from './office.js';
import { shippedDefinitions } from './office-paths.js';

/** The definitions folder as read at one time, with what people put in force over it: definitions, published values, programmes, areas. */
export class Reference {
  readonly #folder: string;
  readonly #texts: PublishedTexts;
  #definitions: Definition[] | null = null;
  #published: PublishedValue[] | null = null;
  #areas: AreaDirectory | null = null;
  #addresses: AddressReader | null = null;
  #programmes: Programme[] | null = null;
  #read: Programme[] | null = null;
  readonly #accepted: Readonly<Record<string, string>>;
  readonly #changes: readonly TargetChange[];
  #tables: TableReading[] | null = null;
  #memoAreas: MemoArea[] | null = null;
  #taskRules: TaskRules | null = null;
  readonly #concordances: Concordances;

  constructor(office: Office) {
    this.#folder = office.definitionsFolder;
    this.#texts = office.definitions.texts;
    this.#accepted = office.programmes.texts;
    this.#changes = office.changes.accepted;
    this.#concordances = new Concordances(this.#folder, office.tables.texts);
  }

  definitions(): Definition[] {
    this.#definitions ??= readDefinitions(this.#folder, this.#texts, this.#concordances);
    return this.#definitions;
  }

  /** The concordance tables in force. */
  concordances(): Concordances {
    return this.#concordances;
  }

  /** Published values, their texts in the languages of readers. */
  published(): PublishedValue[] {
    this.#published ??= withWordings(readPublishedFolder(this.#folder), readWordingsOf(this.#folder));
    return this.#published;
  }

  areas(): AreaDirectory {
    this.#areas ??= new AreaDirectory(readFileSync(join(this.#folder, 'reference/areas.csv'), 'utf8'));
    return this.#areas;
  }

  addresses(): AddressReader {
    const read = (name: string) => readFileSync(join(this.#folder, 'reference', name), 'utf8');
    this.#addresses ??= new AddressReader({
      areas: read('areas.csv'),
      names: read('area-names.csv'),
      memo: read('memo-areas.csv'),
    });
    return this.#addresses;
  }

  /** Those that come with the software and those that people accepted, with what was changed within the year, the newest year first. */
  programmes(): Programme[] {
    this.#programmes ??= this.#stated().map((one) => withChanges(one, this.#changes));
    return this.#programmes;
  }

  /** As their files and texts say. */
  #stated(): Programme[] {
    this.#read ??= readProgrammes(
      this.#folder,
      {
        areas: new Set(
          this.areas()
            .listed()
            .map((area) => area.code),
        ),
      },
      this.#accepted,
    ).sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
    return this.#read;
  }

  /** How tasks run; where a folder of definitions says nothing of it, as the software has it. Throws `task-rules-wrong`. */
  taskRules(): TaskRules {
    const path = 'tasks/rules.yaml';
    const folder = existsSync(join(this.#folder, path)) ? this.#folder : shippedDefinitions;
    this.#taskRules ??= readTaskRules(readFileSync(join(folder, path), 'utf8'), path);
    return this.#taskRules;
  }

  /** Areas told beside the others. */
  memoAreas(): MemoArea[] {
    this.#memoAreas ??= readMemoAreas(readFileSync(join(this.#folder, 'reference/memo-areas.csv'), 'utf8'));
    return this.#memoAreas;
  }

  /** The named tables, each that is wrong with its fault. */
  tables(): TableReading[] {
    this.#tables ??= readTables(this.#folder, { definitions: this.definitions(), areas: this.areas() });
    return this.#tables;
  }

  /** A named table by id. Throws `table-unknown`, and the fault of one that is wrong. */
  table(id: string): TableDefinition {
    const readings = this.tables();
    const found = readings.find((one) => one.id === id);
    if (found?.table != null) return found.table;
    if (found?.fault != null) throw found.fault;
    const ids = readings.map((one) => one.id);
    const near = nearestWord(id, ids);
    throw new UserFault('table-unknown', {
      found: id,
      expected: ids.join(', ') || 'a table of definitions/tables',
      ...(near === null ? {} : { didYouMean: near }),
    });
  }

  /** A programme with no other changes than these: as somebody knew it. Throws `not-found`. */
  programmeBy(id: string | undefined, changes: readonly TargetChange[]): Programme {
    const { id: found } = this.programme(id);
    const stated = this.#stated().find((one) => one.id === found);
    return stated === undefined ? this.programme(id) : withChanges(stated, changes);
  }

  /** A programme by id; the newest when left out. Throws `not-found`. */
  programme(id?: string): Programme {
    const programmes = this.programmes();
    const found = id === undefined ? programmes[0] : programmes.find((one) => one.id === id);
    if (found !== undefined) return found;
    const name = id ?? 'a programme';
    throw new UserFault('not-found', {
      found: name,
      expected: programmes.map((one) => one.id).join(', ') || 'a programme',
      values: { name },
    });
  }
}

const kept = new WeakMap<Office, { stamp: string; reference: Reference }>();

/** The definitions as they stand now; read again only when a file has changed, or one was published. */
export function currentReference(office: Office): Reference {
  const stamp = `${office.definitions.newest} ${office.tables.newest} ${office.programmes.newest} ${office.changes.newest}\n${stampOf(office.definitionsFolder)}`;
  const before = kept.get(office);
  if (before?.stamp === stamp) return before.reference;
  const reference = new Reference(office);
  kept.set(office, { stamp, reference });
  return reference;
}

/** Names, sizes and times of all files below a folder. */
function stampOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, size } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

/** The definition of an id among some. Throws `indicator-unknown` with the nearest id. */
export function definitionOf(definitions: readonly Definition[], id: string): Definition {
  const found = definitions.find((definition) => definition.id === id);
  if (found !== undefined) return found;
  const near = nearestWord(
    id,
    definitions.map((definition) => definition.id),
  );
  throw new UserFault('indicator-unknown', {
    found: id,
    expected: 'an id of `zhiheng indicator list`',
    ...(near === null ? {} : { didYouMean: near }),
  });
}
