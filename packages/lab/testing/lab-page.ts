import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

/** A page of the lab in a profile of its own, and what was seen of it. */
export interface LabPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of all requests. */
  readonly requests: readonly string[];
  /** Errors of the page and of its console. */
  readonly errors: readonly string[];
}

/** How a page is opened. */
export interface PageOptions extends BrowserContextOptions {
  /** What stands after `#`. */
  readonly link?: string;
  /** Whether to wait for the first results of a view. */
  readonly wait?: boolean;
}

const held: { browser?: Promise<Browser> } = {};

/** Where the site is served. */
export function site(): string {
  return inject('site');
}

/** Opens the lab in a fresh profile, does something with it, and closes it. */
export async function withLab<T>(
  { link = '', wait = true, ...options }: PageOptions,
  task: (lab: LabPage) => Promise<T>,
): Promise<T> {
  held.browser ??= chromium.connect(inject('browser'));
  const browser = await held.browser;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  try {
    await page.goto(`${site()}${link === '' ? '' : `#${link}`}`);
    if (wait) await page.locator('main h1').waitFor();
    return await task({ page, context, requests, errors });
  } finally {
    await context.close();
  }
}

/** Waits until Compare has counted all draws and made its checks. */
export async function counted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const cells = [...document.querySelectorAll('.matrix td, .compare-card')].map((one) => one.textContent);
      return cells.length > 0 && cells.every((text) => !/Computing|Counting|default run/.test(text ?? ''));
    },
    undefined,
    { timeout: 90_000 },
  );
}

/** Saves a file by pressing a button, and gives its name and text. */
export async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') };
}

/** Opens a view by its name in the navigation. */
export async function goTo(page: Page, view: string): Promise<void> {
  await page.locator('.navigation').getByRole('button', { name: view, exact: true }).click();
  await page.locator('main h1').waitFor();
}

/** The views by the names of the navigation. */
export const VIEWS = [
  'Compare',
  'Explore',
  'Over time',
  'Model',
  'Sensitivity',
  'Evidence',
  'Trust',
] as const;
