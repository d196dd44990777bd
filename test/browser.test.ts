/// <reference lib="dom" />
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare, verifyQuotes } from '../src/pipeline.js';
import { renderCheckHtml } from '../src/render/check-html.js';
import { renderHtml } from '../src/render/html.js';
import { reportFrom } from './fixtures.js';
import { bundledStory } from './story.js';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM_PATH ?? '',
].find((path) => path !== '' && existsSync(path));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('a browser is there where one is promised', () => {
  if (process.env.HEARSAY_NEED_BROWSER) expect(CHROMIUM).toBeDefined();
});

describe.skipIf(!CHROMIUM)('the page in headless Chromium', () => {
  let browser: Browser;
  let page: Page;
  const html = renderHtml(compare(bundledStory()));
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-sync',
        '--disable-component-update',
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** The page without script of its own, opened whole; axe is put in from outside the content security policy. */
  async function open(options: {
    scheme?: 'light' | 'dark';
    width?: number;
    content?: string;
  }): Promise<void> {
    const context = await browser.newContext({
      colorScheme: options.scheme ?? 'light',
      viewport: { width: options.width ?? 1200, height: 900 },
      bypassCSP: true,
    });
    page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith('data:') && request.url() !== 'about:blank') requests.push(request.url());
    });
    await page.setContent(options.content ?? html);
  }

  async function violations(): Promise<string[]> {
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      const axe = (
        globalThis as unknown as {
          axe: {
            run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe;
      const result = await axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  }

  test.each(['light', 'dark'] as const)(
    '%s: no violation of WCAG AA, folded and unfolded',
    async (scheme) => {
      await open({ scheme });
      expect(await violations()).toEqual([]);
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('details')) element.open = true;
      });
      expect(await violations()).toEqual([]);
    },
  );

  test('narrow: nothing is wider than the screen', async () => {
    await open({ width: 360 });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('details')) element.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('by keyboard: the skip link comes first, then the views; a finding leads to its source and back', async () => {
    await open({});
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(first).toBe('#disagreements');
    expect(await page.evaluate((id) => document.querySelector(id as string)?.tagName, first)).toBe('H2');
    const target = await page.evaluate(() =>
      document.querySelector('article.finding ol a.sig')?.getAttribute('href')?.slice(1),
    );
    const lands = await page.evaluate((id) => {
      location.hash = `#${id}`;
      const element = document.getElementById(id as string);
      return { tag: element?.tagName, shown: (element?.getBoundingClientRect().height ?? 0) > 0 };
    }, target);
    expect(lands).toEqual({ tag: 'MARK', shown: true });
  });

  test('on paper: folded parts are printed', async () => {
    await open({});
    await page.emulateMedia({ media: 'print' });
    const height = await page.evaluate(
      () => document.querySelector('.source')?.getBoundingClientRect().height ?? 0,
    );
    expect(height).toBeGreaterThan(0);
  });

  const checked = () =>
    renderCheckHtml(
      verifyQuotes(
        reportFrom(readFileSync(new URL('../examples/draft.md', import.meta.url), 'utf8'), 'draft.md'),
        bundledStory(),
      ),
    );

  test.each(['light', 'dark'] as const)('%s: nor does the page of a check', async (scheme) => {
    await open({ scheme, content: checked() });
    expect(await violations()).toEqual([]);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('details')) element.open = true;
    });
    expect(await violations()).toEqual([]);
  });

  test('narrow: nor is the page of a check wider', async () => {
    await open({ width: 360, content: checked() });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('it asked for nothing', () => {
    expect(requests).toEqual([]);
  });
});
