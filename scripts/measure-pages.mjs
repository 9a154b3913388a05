import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { jobsHere, Office } from '../apps/office/dist/index.js';
import { startServer } from '../apps/server/dist/index.js';
import { nodeDisk } from '../foundation/lake/dist/index.js';
import { localOperator } from '../foundation/vocabulary/dist/index.js';
import { provideBrowser } from './workshop/browser.mjs';
import { fillLedger, manyTasks, sixtyOwners } from './workshop/many-tasks.mjs';
import { root } from './workshop/root.mjs';

/**
 * Tells how long the pages of tasks take to answer with five thousand tasks of sixty organisations: from an act in the browser to the next
 * paint, and to the paint that shows what was asked for. Figures to look at, not a test. Needs the built pages (`npm run build:web`).
 */
const webFolder = join(root, 'apps/web/dist');
const rounds = 5;
if (!existsSync(join(webFolder, 'index.html'))) throw new Error('build the pages first: npm run build:web');
const folder = mkdtempSync(join(tmpdir(), 'measure-pages-'));
const now = new Date('2023-06-15T02:00:00Z');
const office = await Office.open({ folder, clock: { now: () => now }, runJob: jobsHere(nodeDisk) });
/** The types of what is built are not those of its sources. @type {any} */
const built = office;
const server = await startServer({
  ...{ office: built, operator: localOperator('measure'), host: '127.0.0.1', port: 0, webFolder, log: null },
  limits: { all: 1_000_000, signingIn: 1_000_000, bodyMilliseconds: 60_000 },
});
/** @param {string} path */
const ask = async (path) => (await fetch(`${server.address}/api/${path}`)).json();
const organisations = /** @type {{ id: string }[]} */ (await ask('organisations')).map(({ id }) => id);
const programme = /** @type {{ sections: { items: { clauses: { id: string }[] }[] }[] }} */ (
  await ask('programmes/2023')
);
const clauses = programme.sections.flatMap(({ items }) => items.flatMap((item) => item.clauses.map(({ id }) => id)));
const owners = sixtyOwners(organisations);
const assignedBy = organisations[0] ?? '';
await fillLedger(built.ledger, manyTasks({ programme: '2023', year: 2023, owners, clauses, assignedBy }));

const browser = await chromium.launch({ executablePath: await provideBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', bypassCSP: true });

/**
 * Milliseconds from an act to the next paint, and to the first paint at which something holds. Both are code of the page.
 * @param {string} act
 * @param {string} shown
 */
async function measure(act, shown) {
  const figures = await page.evaluate(`(async () => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    ${act};
    await painted();
    const next = performance.now() - start;
    while (!(${shown})) await painted();
    return [next, performance.now() - start];
  })()`);
  return /** @type {number[]} */ (figures);
}

/**
 * Does acts one after the other, several times, and prints the milliseconds of each, the shortest first.
 * @param {string} name
 * @param {readonly (readonly [string, string, string])[]} acts
 */
async function tell(name, acts) {
  const all = acts.map(() => /** @type {number[][]} */ ([]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, act, shown]] of acts.entries()) {
      all[index]?.push(await measure(act, shown));
      // What is drawn below the window, and people, take longer than this.
      await page.waitForTimeout(500);
    }
  }
  for (const [index, [act]] of acts.entries()) {
    /** @param {number} at */
    const sorted = (at) => (all[index] ?? []).map((one) => Math.round(one[at] ?? 0)).toSorted((a, b) => a - b);
    console.log(JSON.stringify({ page: name, act, toNextPaint: sorted(0), toShown: sorted(1) }));
  }
}

/** @param {string} value */
const choose = (value) =>
  `const s = document.querySelector('.tasks-choices select'); s.value = '${value}'; s.dispatchEvent(new Event('change', { bubbles: true }))`;
const lines = "document.querySelectorAll('.timeline-rows li').length";
try {
  await page.goto(`${server.address}/zh-Hans/tasks/timeline?programme=2023`);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(`${lines} === 60`);
  const first = "document.querySelector('.timeline-rows a')?.getAttribute('href')";
  const told = [
    ['rows to clauses', choose('clause'), `${first}?.includes('clause=')`],
    ['rows to owners', choose('owner'), `${first}?.includes('owner=')`],
  ];
  await measure(told[0]?.[1] ?? '', told[0]?.[2] ?? '');
  await page.waitForLoadState('networkidle');
  await measure(told[1]?.[1] ?? '', told[1]?.[2] ?? '');
  await tell('timeline', /** @type {[string, string, string][]} */ (told));
  await page.waitForFunction(`${lines} === 60`);
  const fold = "document.querySelector('article details summary').click()";
  await tell('timeline', [
    ['table opens', fold, "document.querySelectorAll('.timeline-table tbody tr').length === 60"],
    ['table closes', fold, "document.querySelector('.timeline-table') === null"],
  ]);
  await tell('timeline', [
    ['scroll to the end', 'window.scrollTo(0, document.body.scrollHeight)', 'window.scrollY > 0'],
    ['scroll to the top', 'window.scrollTo(0, 0)', 'window.scrollY === 0'],
  ]);
  await page.goto(`${server.address}/zh-Hans/programme?programme=2023`);
  await page.waitForLoadState('networkidle');
  const clause = 'details.clause';
  const click = `document.querySelector('${clause} > summary').click()`;
  await tell('programme', [
    ['clause opens', click, `document.querySelector('${clause}').open && document.querySelector('.clause-tasks')`],
    ['clause closes', click, `!document.querySelector('${clause}').open && !document.querySelector('.clause-tasks')`],
  ]);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
