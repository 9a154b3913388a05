import type { ErrorEntry } from './error-entry.js';
import { errorsOfDocuments } from './errors-of-documents.js';
import { errorsOfFiles } from './errors-of-files.js';
import { errorsOfPeople } from './errors-of-people.js';

/**
 * The one table of error codes. `docs/errors.md` and the types are kept equal to it by a test.
 * `http` is the status of the HTTP interface, `exit` the exit code of the command line.
 */
export const errorTable = {
  // the command line and the folder
  usage: { message: '{what}', http: 400, exit: 2, advice: 'See `zhiheng --help` or `zhiheng COMMAND --help`.' },
  'folder-owned': {
    message: 'another process owns the office folder',
    http: 409,
    exit: 3,
    advice: 'Stop the other server or name another folder with --data.',
  },
  'folder-unusable': {
    message: 'the office folder cannot be used',
    http: 500,
    exit: 1,
    advice: 'Check that the folder exists, that it is writable and that the disk has room.',
  },
  'database-unreachable': {
    message: 'the database of the ledger cannot be reached',
    http: 503,
    exit: 1,
    advice: 'Check that the PostgreSQL server runs, and its address, user and password.',
  },
  'database-unusable': {
    message: 'the database of the ledger cannot be used',
    http: 500,
    exit: 1,
    advice: 'Use PostgreSQL 15 or later with UTF8 and fsync on, a user who may write, and a disk with room.',
  },
  'ledger-newer': {
    message: 'the ledger was written by newer software',
    http: 500,
    exit: 1,
    advice: 'Start the newer software.',
  },
  'anchors-unusable': {
    message: 'the file of anchors cannot be used: {what}',
    http: 500,
    exit: 1,
    advice: 'Name a file of signed heads outside of the office folder, on a disk with room.',
  },
  'not-allowed': { message: 'not allowed', http: 403, exit: 4, advice: 'Ask an administrator for the right.' },
  'sign-in-needed': {
    message: 'nobody is signed in, or the session has ended',
    http: 401,
    exit: 4,
    advice: 'Sign in: on the page, or with `zhiheng login`.',
  },
  'not-found': {
    message: 'nothing is named {name} here',
    http: 404,
    exit: 1,
    advice: 'List what there is with the matching list command.',
  },
  'port-taken': {
    message: 'the port {port} is already in use',
    http: 500,
    exit: 1,
    advice: 'Name a free port with --port.',
  },
  'requests-too-many': {
    message: 'too many requests; go on in {seconds} seconds',
    http: 429,
    exit: 1,
    advice: 'Wait; `Retry-After` says how long.',
  },
  'body-too-large': {
    message: 'the request is larger than this route takes',
    http: 413,
    exit: 1,
    advice: 'Send less at once; files go through uploads.',
  },
  'request-late': {
    message: 'the request did not arrive in time',
    http: 408,
    exit: 1,
    advice: 'Send it again over a better line.',
  },
  'certificate-wrong': {
    message: 'certificate and key cannot be used: {what}',
    http: 500,
    exit: 1,
    advice: 'Name PEM files of a certificate and of its key with --tls-cert and --tls-key.',
  },
  'proxy-wrong': {
    message: 'not what a proxy is stated by',
    http: 500,
    exit: 2,
    advice: 'Give --behind-proxy the public origin, and --proxy-address an address or network.',
  },
  cancelled: {
    message: 'the work was stopped before it was done',
    http: 409,
    exit: 1,
    advice: 'Start it again; nothing was half written.',
  },
  ...errorsOfFiles,
  ...errorsOfDocuments,
  // what people decide about addresses and parties
  'reason-missing': {
    message: 'a decision needs its reason',
    http: 400,
    exit: 1,
    advice: 'Say in words why, so that whoever looks at it later can follow: --reason TEXT.',
  },
  'ruling-refused': {
    message: 'this cannot be decided so: {what}',
    http: 409,
    exit: 1,
    advice: 'Look at what was decided before with zhiheng areas settled or zhiheng parties decided.',
  },
  // releases and vintages
  'name-taken': { message: 'the name {name} is taken', http: 409, exit: 1, advice: 'Choose another name.' },
  'name-wrong': {
    message: 'not a name for a release',
    http: 400,
    exit: 1,
    advice: 'Use letters, digits, dots, hyphens and underscores.',
  },
  'nothing-loaded': {
    message: 'no records are loaded',
    http: 409,
    exit: 1,
    advice: 'Load files first: zhiheng load PATH.',
  },
  'release-missing': {
    message: 'there is no release',
    http: 409,
    exit: 1,
    advice: 'Freeze one: zhiheng release create NAME.',
  },
  'screening-missing': {
    message: 'no release was screened yet',
    http: 409,
    exit: 1,
    advice: 'Screen one: zhiheng screen run.',
  },
  'vintage-missing': { message: 'there is no vintage', http: 409, exit: 1, advice: 'Compute one: zhiheng compute.' },
  'schema-outdated': {
    message: 'the records here were loaded into tables of version {version}, which nothing can be added to',
    http: 409,
    exit: 1,
    advice: 'Load the files again into a new office folder; releases made before stay readable here.',
  },
  'segment-damaged': {
    message: 'a segment does not have the content its name promises',
    http: 500,
    exit: 1,
    advice: 'Restore it from a backup; run zhiheng release verify.',
  },
  // definitions and programmes
  'definition-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the definition at the named place.',
  },
  'expression-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the expression at the named place.',
  },
  'publication-refused': {
    message: 'the vintage cannot be published so: {what}',
    http: 409,
    exit: 1,
    advice: 'Look at zhiheng vintage list: it says what is published, what is proposed, and who may go on.',
  },
  'classification-refused': {
    message: 'the table cannot be loaded now: {what}',
    http: 409,
    exit: 1,
    advice: 'Look at zhiheng classification proposals: it says which tables wait, and who loaded them.',
  },
  'target-change-refused': {
    message: 'the target cannot be changed so: {what}',
    http: 409,
    exit: 1,
    advice: 'Look at zhiheng target history PROGRAMME TARGET, and at what waits with zhiheng target proposals.',
  },
  'draft-refused': {
    message: 'the draft cannot go on so: {what}',
    http: 409,
    exit: 1,
    advice:
      'Look at it with zhiheng indicator draft-show ID, and at what was published with zhiheng indicator history ID.',
  },
  'task-rules-wrong': {
    message: 'the rules of tasks are wrong: {what}',
    http: 500,
    exit: 1,
    advice: 'Correct the named line of definitions/tasks/rules.yaml; its README tells what stands there.',
  },
  'task-refused': {
    message: 'the task cannot go on so: {what}',
    http: 409,
    exit: 1,
    advice: 'Look at it with zhiheng task show ID: it tells what is possible now.',
  },
  'table-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the table at the named place.',
  },
  'table-sums-wrong': {
    message: 'parts of the table {table} do not add up: {cell}, by {difference} ({number} in all)',
    http: 409,
    exit: 1,
    advice: 'Look at the cell and its figures; the table is written when its parts add up.',
  },
  'table-unknown': {
    message: 'no table is named so',
    http: 404,
    exit: 1,
    advice: 'See `zhiheng table list`.',
  },
  'classification-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the table at the named place; its form is told in definitions/classifications/README.md.',
  },
  'check-wrong': { message: '{what}', http: 400, exit: 1, advice: 'Correct the check at the named place.' },
  'check-unknown': { message: 'no check of this name', http: 404, exit: 1, advice: 'See zhiheng check.' },
  'checks-failed': {
    message: 'the records do not pass: {what}',
    http: 409,
    exit: 1,
    advice:
      'Look at the rows with zhiheng check rows ID; correct them, or accept each by name: --accept ID --reason TEXT.',
  },
  'ground-unknown': {
    message: 'no ground is named {name}',
    http: 404,
    exit: 1,
    advice: 'See `zhiheng decisions rules` for the grounds.',
  },
  'decisions-wrong': {
    message: '{count} of {read} rows of the list are at fault; the first one is named',
    http: 400,
    exit: 1,
    advice: 'Correct the mapping or the list, or take the rows that are right with --keep-complete.',
  },
  'decisions-known': {
    message: 'the list tells nothing that is not decided already',
    http: 409,
    exit: 1,
    advice: 'See `zhiheng decisions list`.',
  },
  'screening-rules-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the grounds or the deduction policy at the named place.',
  },
  'programme-wrong': { message: '{what}', http: 400, exit: 1, advice: 'Correct the programme at the named place.' },
  'reference-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the reference file at the named place; the sheet beside it explains its columns.',
  },
  // asking for figures
  'indicator-unknown': {
    message: 'no indicator of this name',
    http: 404,
    exit: 1,
    advice: 'See zhiheng indicator list.',
  },
  'area-unknown': {
    message: 'no area of this code',
    http: 400,
    exit: 1,
    advice: 'Use a GB/T 2260 code, CN, CN-ML, ALL or an ST.3 code.',
  },
  'period-wrong': {
    message: 'not a period',
    http: 400,
    exit: 1,
    advice: 'Write 2023, 2023-H1, 2023-Q2, 2023-05 or 2023-05-YTD.',
  },
  'breakdown-wrong': {
    message: 'the indicator is not broken down this way',
    http: 400,
    exit: 1,
    advice: 'See zhiheng indicator show ID.',
  },
  ...errorsOfPeople,
  'own-fault': {
    message: 'a fault of the software',
    http: 500,
    exit: 70,
    advice: 'Report it with the log; nothing was half written.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;
