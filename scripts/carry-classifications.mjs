/**
 * Carries concordance tables and the tree of the IPC into our own form: `node scripts/carry-classifications.mjs FOLDER`, FOLDER holding
 * the transcribed tables (`*.jsonl`), `wipo_ipc_technology_35.csv` and `ipc_tree.csv`. Facts alone are carried: codes, names, symbols,
 * keywords. The sheets beside the tables (`definitions/classifications/*.yaml`) are written by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ classification: string, section_no?: number, code: string, name: string, rule: number, include?: string[], exclude?: string[],
 *   partial?: string[], keywords: string[], keyword_exclude?: string[], open_ended?: boolean }} SourceRule
 * @typedef {{ group: string, told: 'yes' | 'no', subgroups: string[] }} Group
 */

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that holds the transcribed tables');
/** @param {string} name */
const read = (name) => readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '');
const definitions = new URL('../definitions/', import.meta.url);
/** @param {string} name @param {string[]} lines */
const write = (name, lines) => {
  writeFileSync(new URL(name, definitions), `${lines.join('\n')}\n`);
  console.log(`${name}: ${lines.length - 1} rows`);
};
/** @param {string} text */
const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const header = 'classification,version,code,name,rule,mode,pattern,keywords';

/** Between two keywords of a cell; after the last one where the list goes on without telling how. */
const between = '|';
const goesOn = '…';

/** A cell of the table of 2021 is one phrase: its parts, and whether it says that there are more. @param {string} phrase */
function partsOfPhrase(phrase) {
  const excluded = /^不包[括含]/.test(phrase);
  let open = false;
  const parts = phrase
    .replace(/^不包[括含]/, '')
    .split(/[；、;]/)
    .map((part) => {
      // "…等其他软件开发": what stands before is named, what follows is not. "等离子", "等温" and the like are words.
      const at = part.search(/(?<=..)等(?!离子|温|静压|压|级|效|分子|规|轴)/);
      if (at < 0) return part;
      open = true;
      return part.slice(0, at);
    })
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { excluded, parts: [...new Set(parts)], open };
}

/** @param {SourceRule} rule @returns {[string, string[]][]} */
function keywordRows(rule) {
  /** @type {[string, string[]][]} */
  const rows = [];
  if (rule.classification === 'sei-2021') {
    for (const phrase of rule.keywords) {
      const { excluded, parts, open } = partsOfPhrase(phrase);
      rows.push([excluded ? 'exclude' : 'include', open ? [...parts, goesOn] : parts]);
    }
    return rows;
  }
  const open = rule.open_ended === true ? [goesOn] : [];
  if (rule.keywords.length > 0) rows.push(['include', [...rule.keywords, ...open]]);
  const excluded = rule.keyword_exclude ?? [];
  if (excluded.length > 0) rows.push(['exclude', excluded]);
  return rows;
}

/** @param {string} source @param {string} id @param {string} version @param {(rule: SourceRule) => string} codeOf */
function carryTable(source, id, version, codeOf) {
  /** @type {SourceRule[]} */
  const rules = read(source)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const lines = rules.flatMap((rule) => {
    const head = [id, version, codeOf(rule), rule.name, rule.rule];
    const patterns = /** @type {const} */ (['include', 'partial', 'exclude']).flatMap((mode) =>
      [...new Set(rule[mode] ?? [])].map((pattern) => [...head, mode, pattern, '']),
    );
    const keywords = keywordRows(rule).map(([mode, words]) => {
      for (const word of words) if (word.includes(between)) throw new Error(`a keyword holds ${between}: ${word}`);
      return [...head, mode, '', words.join(between)];
    });
    return [...patterns, ...keywords].map((row) => row.map((one) => cell(String(one))).join(','));
  });
  write(`classifications/${id}.csv`, [header, ...lines]);
}

/** Fields of one CSV line; quotes inside quotes are doubled. @param {string} line */
function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
}

/** The fields of WIPO end in `%`, always behind a subclass or a main group: the same as our `*`. */
function carryFields() {
  const lines = read('wipo_ipc_technology_35.csv')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [number = '', , , , name = '', , , symbol = ''] = fieldsOf(line);
      const match = /^([A-Z]\d\d[A-Z])(?:\s*(\d+)\/)?%$/.exec(symbol);
      if (match === null) throw new Error(`no pattern: ${symbol}`);
      return ['wipo-35', '2019-07', number, name, 1, 'include', `${match[1]}${match[2] ?? ''}*`, '']
        .map((one) => cell(String(one)))
        .join(',');
    });
  write('classifications/wipo-35.csv', [header, ...new Set(lines)]);
}

/**
 * A row a main group, in the order of the IPC: its subgroups as `number:dots`. A subgroup lies below the nearest one before it that has
 * fewer dots; where the source says otherwise, its parent stands behind: `8232:6^8229`. Of some main groups (`told` is `no`) the source lacks
 * the row and hangs their subgroups under the main group before them: here they stand under their own.
 */
function carryTree() {
  const nodes = read('ipc_tree.csv')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  /** @type {Group[]} */
  const groups = [];
  /** @type {Set<string>} */
  const subclasses = new Set();
  /** @type {string[]} */
  let above = [];
  let otherwise = 0;
  /** @param {string} group @param {'yes' | 'no'} told */
  const begin = (group, told) => {
    /** @type {Group} */
    const begun = { group, told, subgroups: [] };
    groups.push(begun);
    above = [`${group}/00`];
    return begun;
  };
  for (const [symbol = '', level = '', dots = '', parent = ''] of nodes) {
    if (level === 'subclass') {
      subclasses.add(symbol);
      if (parent !== symbol.slice(0, 3)) throw new Error(`${symbol} lies below ${parent}`);
      continue;
    }
    const [group = '', number = ''] = symbol.split('/');
    if (level === 'main_group') {
      if (number !== '00' || parent !== symbol.slice(0, 4)) throw new Error(`${symbol} lies below ${parent}`);
      begin(group, 'yes');
      continue;
    }
    const last = groups.at(-1);
    const current = last?.group === group ? last : begin(group, 'no');
    const depth = Number(dots);
    const [own, given] = parent.split('/');
    const elsewhere = own !== group;
    if (elsewhere && !(depth === 1 && given === '00' && current.told === 'no')) {
      throw new Error(`${symbol} lies below ${parent}`);
    }
    const follows = elsewhere || nearest(above, depth) === parent;
    if (!follows) otherwise += 1;
    current.subgroups.push(`${number}:${dots}${follows ? '' : `^${given}`}`);
    above = above.slice(0, depth);
    above[depth] = symbol;
  }
  const names = groups.map(({ group }) => group);
  if (new Set(names).size !== names.length) throw new Error('a main group stands in two places');
  const inGroups = new Set(names.map((group) => group.slice(0, 4)));
  for (const one of subclasses) if (!inGroups.has(one)) throw new Error(`${one} has no groups`);
  for (const one of inGroups) if (!subclasses.has(one)) throw new Error(`${one} is no subclass`);
  write('reference/ipc-tree.csv', [
    'main_group,told,subgroups',
    ...groups.map(({ group, told, subgroups }) => `${group},${told},${subgroups.join(' ')}`),
  ]);
  console.log(`${groups.filter(({ told }) => told === 'no').length} main groups not told, ${otherwise} parents told`);
}

/** The nearest symbol before one of some dots that has fewer. @param {string[]} above @param {number} dots */
function nearest(above, dots) {
  for (let depth = dots - 1; depth >= 0; depth -= 1) if (above[depth] !== undefined) return above[depth];
  return undefined;
}

carryTable('sei_ipc_2021.jsonl', 'sei-2021', '2021', ({ code }) => code);
carryTable('green_technology.jsonl', 'green-technology', '1', ({ code }) => code);
// Codes begin anew in each of the seven technologies: the number of the technology stands before them.
carryTable('key_digital_2023.jsonl', 'key-digital-2023', '2023', ({ section_no, code }) => `${section_no}.${code}`);
carryTable('new_three_2024.jsonl', 'new-three-2024', '2024', ({ code }) => code);
carryFields();
carryTree();
