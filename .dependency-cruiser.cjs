// Who may import whom: docs/architecture.md says why. Folders hold their packages' sources; what is built is not looked at.
const test = '\\.test\\.tsx?$|^(?:foundation|engines|apps)/[^/]+/(?:test|torture)/|^test/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'floors-downwards',
      comment: 'The foundation knows nothing of the floors above it.',
      severity: 'error',
      from: { path: '^foundation/' },
      to: { path: '^(?:engines|apps)/' },
    },
    {
      name: 'engines-know-no-app',
      severity: 'error',
      from: { path: '^engines/' },
      to: { path: '^apps/' },
    },
    {
      name: 'engines-apart',
      comment: 'Engines meet in apps/office; only programme and bulletin read what others computed.',
      severity: 'error',
      from: { path: '^engines/([^/]+)/', pathNot: '^engines/(?:programme|bulletin)/' },
      to: { path: '^engines/', pathNot: '^engines/$1/' },
    },
    {
      name: 'programme-reads-indicators',
      severity: 'error',
      from: { path: '^engines/programme/' },
      to: { path: '^engines/', pathNot: '^engines/(?:programme|indicators)/' },
    },
    {
      name: 'bulletin-reads-indicators-and-programme',
      severity: 'error',
      from: { path: '^engines/bulletin/' },
      to: { path: '^engines/', pathNot: '^engines/(?:bulletin|indicators|programme)/' },
    },
    {
      name: 'vocabulary-imports-no-room',
      severity: 'error',
      from: { path: '^foundation/vocabulary/' },
      to: { path: '^(?:foundation|engines|apps)/', pathNot: '^foundation/vocabulary/' },
    },
    {
      name: 'rights-are-words-only',
      comment: 'The policy knows nothing but words: whoever acts and what an object is are handed over.',
      severity: 'error',
      from: { path: '^foundation/rights/', pathNot: test },
      to: { path: '^(?:foundation|engines|apps)/', pathNot: '^foundation/(?:rights|vocabulary)/' },
    },
    {
      name: 'documents-know-no-office',
      comment: 'Packed files and texts are read without knowing whose they are or what they are for.',
      severity: 'error',
      from: { path: '^foundation/(?:archives|texts)/', pathNot: test },
      to: { path: '^(?:foundation|engines|apps)/', pathNot: '^foundation/(?:archives|texts|vocabulary)/' },
    },
    {
      name: 'flows-know-no-ledger',
      comment: 'Deadlines and transition tables are reckoned without a database; what is stored stands apart.',
      severity: 'error',
      from: { path: '^foundation/acts/src/(?:calendar|flow)/', pathNot: test },
      to: { path: '^foundation/(?:ledger|acts/src/stored)/' },
    },
    {
      name: 'accounts-on-the-ledger',
      comment: 'Whether somebody may is asked of rights by whoever calls; what comes next, of acts.',
      severity: 'error',
      from: { path: '^foundation/accounts/', pathNot: test },
      to: { path: '^(?:foundation|engines|apps)/', pathNot: '^foundation/(?:accounts|acts|ledger|vocabulary)/' },
    },
    {
      name: 'office-wires-alone',
      comment: 'Server and command line meet engines through apps/office; types may be named directly.',
      severity: 'error',
      from: { path: '^apps/(?:server|cli)/', pathNot: test },
      to: { path: '^engines/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'office-knows-no-face',
      severity: 'error',
      from: { path: '^apps/office/', pathNot: test },
      to: { path: '^apps/(?:server|cli|web)/' },
    },
    {
      name: 'server-knows-no-other-face',
      severity: 'error',
      from: { path: '^apps/server/', pathNot: test },
      to: { path: '^apps/(?:cli|web)/' },
    },
    {
      name: 'web-takes-types-only',
      comment:
        'Pages speak to the server over HTTP; of other rooms only the words of the vocabulary go to the browser.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: test },
      to: {
        path: '^(?:foundation|engines|apps)/',
        pathNot: '^(?:apps/web|foundation/vocabulary)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'public-face-only',
      comment: 'Another package is met at its src/index.ts.',
      severity: 'error',
      from: { path: '^((?:foundation|engines|apps)/[^/]+)/' },
      to: { path: '^(?:foundation|engines|apps)/', pathNot: '^$1/|^(?:foundation|engines|apps)/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that starts nothing is forgotten.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [test, '\\.d\\.ts$', '/src/(?:index|main)\\.tsx?$', '\\.config\\.ts$'],
      },
      to: {},
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'database-engine-in-the-lake',
      comment: 'Queries reach records through sessions of the lake.',
      severity: 'error',
      from: { path: '^(?:foundation|engines|apps)/', pathNot: ['^foundation/lake/', test] },
      to: { path: 'node_modules/@duckdb/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'second-engines-in-tests',
      comment: 'Nothing that an office runs asks a second engine; tests compare with it.',
      severity: 'error',
      from: { path: '^(?:foundation|engines|apps)/', pathNot: ['^foundation/second-engines/', test] },
      to: { path: '^foundation/second-engines/' },
    },
    {
      name: 'pure-rooms',
      comment:
        'What is read comes in as text or bytes: words, expressions and documents touch no disk, nor do flows, judging and synthesis.',
      severity: 'error',
      from: {
        path: '^(?:foundation/(?:vocabulary|expressions|sheets|archives|texts|rights|acts/src/(?:calendar|flow))|engines/(?:programme|synthesis))/',
        // Where the generator writes and programmes are found: one file each; and the thread that reads PDF.
        pathNot: [
          test,
          '^engines/synthesis/src/disk-files\\.ts$',
          '^engines/programme/src/read-programmes\\.ts$',
          '^foundation/texts/src/pdf/(?:read-pdf-in|pdf)-thread\\.ts$',
        ],
      },
      to: { path: '^(?:node:)?(?:fs|fs/promises|child_process|net|http|https|worker_threads)$' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: test },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|bundle|fixtures|golden)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
