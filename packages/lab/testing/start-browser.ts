import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served. */
    readonly site: string;
    /** Where the browser listens. */
    readonly browser: string;
  }
}

/** No profile, no updates, nothing in the background: the only requests are the page's. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Serves the site as `weir lab` does, and starts one browser for all tests. */
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env.WEIR_CHROMIUM ?? '/usr/bin/chromium';
  const { server, address } = await serveLab();
  const browser = await chromium.launchServer({ executablePath, args: FLAGS });
  project.provide('site', address);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.kill('SIGINT');
  };
}

async function serveLab(): Promise<{ server: ChildProcess; address: string }> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const site = process.env.WEIR_LAB_SITE ?? `${root}packages/lab/site`;
  const words = [`${root}packages/cli/bin/weir.js`, 'lab', '--no-open', '--site', site];
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('weir lab ended before it served anything.')));
    createInterface({ input: server.stdout }).once('line', resolve);
  });
  return { server, address };
}
