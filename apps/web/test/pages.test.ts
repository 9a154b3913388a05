import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, openPage, phone, seriousFindings, settled, shoot, tooWide } from './opened-page.js';
import { type RunningPages, startPages } from './running-pages.js';

let pages: RunningPages;

beforeAll(async () => {
  pages = await startPages();
});

afterAll(() => pages?.stop());

const paths = {
  overview: '',
  programme: '/programme?clause=5c',
  target: '/targets/2023/T1',
  indicators: '/indicators',
  'indicators-narrowed': '/indicators?words=發明&kind=duration&values=yes',
  'indicators-none': '/indicators?words=nothing+of+this+name',
  'figure-published': '/indicators/high-value-inventions?period=2023',
  'figure-synthetic': '/indicators/patent-applications?origin=computed&dataset=synthetic&period=2023',
  'figure-duration':
    '/indicators/invention-pendency?origin=computed&dataset=synthetic&area=440000&rows=left-out&months=16..17&why=CN:202310000000',
  'figure-combination':
    '/indicators/high-value-in-force?origin=computed&by=ipc_section,holder_type&part=ipc_section=G,holder_type=enterprise&why=CN:202310000137',
  'figure-ratio': '/indicators/invention-share?origin=computed&of=denominator&made=source',
  'figure-growth': '/indicators/grants-growth?origin=computed',
  'figure-derived': '/indicators/in-force-per-person?origin=computed&made=file',
  'data-loads': '/data',
  'data-quarantine': '/data?part=quarantine&all=yes&record=Q1-1-1',
  'data-checks': '/data?part=checks',
  'data-check': '/data?part=checks&check=patent-granted-before-filed&record=CN:202310000001',
  'data-releases': '/data?part=releases',
  'data-coverage': '/data?part=coverage',
  'sign-in': '/sign-in',
  'sign-in-link': '/sign-in#link=token-of-a-link',
  'my-work': '/my-work',
  definition: '/indicators/high-value-inventions/edit',
  'new-definition': '/indicators/new',
  account: '/account',
  organisations: '/administration?organisation=planning',
  rights: '/administration?part=rights',
  audit: '/administration?part=audit',
  calendar: '/administration?part=calendar',
  settings: '/administration?part=settings',
  'not-found': '/nowhere',
  'figure-unknown': '/indicators/no-such-thing',
};

test('colours are the same in every language: their contrast is looked at in one', () => {
  const source = join(import.meta.dirname, '../src');
  const styles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  const ofLanguages = styles.flatMap((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    return [...text.matchAll(/([^{}]*:lang\([^{]*)\{([^}]*)\}/g)].map(([, , declared = '']) => declared);
  });
  expect(ofLanguages.length).toBeGreaterThanOrEqual(2);
  for (const declared of ofLanguages)
    expect(declared).not.toMatch(/colou?r|background|fill|stroke|opacity|filter|shadow/);
});

// A page waits for its requests half its time: meanwhile another one is looked at.
describe.concurrent.each(languages)('every page in %s', { timeout: 90_000 }, (language) => {
  test.each(Object.entries(paths))('%s: no serious finding of axe, nothing on the console', async (name, path) => {
    const { page, complaints, close } = await openPage(pages.browser, `${pages.address}/${language}${path}`, desktop);
    const looked = { colours: language === languages[0] };
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect((await page.locator('h1, h2').first().boundingBox())?.width).toBeGreaterThan(40);
    expect(await seriousFindings(page, looked)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await shoot(page, `${name}-${language}-desktop`);
    await page.setViewportSize(phone);
    await settled(page);
    expect(await tooWide(page)).toEqual([]);
    expect(await seriousFindings(page, looked)).toEqual([]);
    await shoot(page, `${name}-${language}-phone`);
    const expected = name === 'figure-unknown' ? complaints.filter((one) => !one.includes('404')) : complaints;
    expect(expected).toEqual([]);
    await close();
  });
});
