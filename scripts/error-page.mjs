import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from './workshop/root.mjs';

/** @typedef {{ message: string, http: number, exit: number, advice: string }} ErrorEntry */

/** The error table, read from its source, so that no build is needed. @returns {Promise<Record<string, ErrorEntry>>} */
export async function readErrorTable() {
  const module = await import(moduleAddress('foundation/vocabulary/src/errors.ts'));
  return module.errorTable;
}

/**
 * A source as a module that can be imported, with the files beside it that it imports.
 * @param {string} path
 * @returns {string}
 */
function moduleAddress(path) {
  const source = readFileSync(join(root, path), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  const whole = outputText.replaceAll(
    /from '\.\/([\w-]+)\.js'/g,
    (_, name) => `from '${moduleAddress(`${dirname(path)}/${name}.ts`)}'`,
  );
  return `data:text/javascript;base64,${Buffer.from(whole).toString('base64')}`;
}

/**
 * The text of `docs/errors.md`.
 * @param {Record<string, ErrorEntry>} table
 */
export function errorPage(table) {
  const rows = Object.entries(table).map(([code, { message, http, exit, advice }]) =>
    row([`\`${code}\``, words(message), String(http), String(exit), words(advice)]),
  );
  return `${introduction}\n${row(['code', 'message', 'HTTP', 'exit', 'what to do'])}\n${row(['---', '---', '---:', '---:', '---'])}\n${rows.join('\n')}\n`;
}

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/** @param {string} text */
const words = (text) => text.replaceAll('|', '\\|').replaceAll(/\{\w+\}/g, (name) => `\`${name}\``);

const introduction = `# Errors

Every fault that a person can put right has a code of this table. The table is
[\`foundation/vocabulary/src/errors.ts\`](../foundation/vocabulary/src/errors.ts); this page is written from it by
\`node scripts/write-error-page.mjs\`, and a test keeps the two equal.

With \`--json\`, and over HTTP, a fault is \`{"error": {"code", "message", "place", "found", "expected"}}\`: where it sits, what stood there,
what would be right, and \`didYouMean\` where a right word is near. \`place\` counts bytes of a file from 0, lines and columns from 1, columns
in characters. A word in braces is filled in with the case at hand.

Exit codes of the command line: 0 done; 1 the input or the state is at fault; 2 wrong usage; 3 another process owns the office folder;
4 not allowed; 70 a fault of the software itself.
`;
