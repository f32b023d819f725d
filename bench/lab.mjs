// Prints how fast the built site is in Chromium on this machine: `node bench/lab.mjs`. No test, since
// times are the machine's; its load is printed beside them.
//
// Cold load: a fresh profile each time, from the start of the navigation to the moment when the matrix shows the default
// run's numbers; medians. Lever move: from the message that the page posts to its worker at a slider's move to the answer,
// which holds the fixed points and the month-by-month paths of the policies drawn, median of 60 moves; the worker's own time is the
// same without messages. Draws: from the first message of a comparison of 200 draws to the last answer.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const named = [process.env.WEIR_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = named.find((path) => path !== undefined && path !== '' && existsSync(path));
if (executablePath === undefined) {
  console.error('There is no Chromium; set WEIR_CHROMIUM to its path.');
  process.exit(1);
}
const site = process.env.WEIR_LAB_SITE ?? `${root}packages/lab/site`;
const server = spawn(
  process.execPath,
  [`${root}packages/cli/bin/weir.js`, 'lab', '--no-open', '--site', site],
  {
    stdio: ['ignore', 'pipe', 'ignore'],
  },
);
const address = await new Promise((resolve, reject) => {
  server.once('exit', () => reject(new Error('weir lab ended before it served anything.')));
  createInterface({ input: server.stdout }).once('line', resolve);
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

/** Notes when tasks are posted to workers and when they are answered, in a page. */
function watchWorkers() {
  const Plain = Worker;
  globalThis.tasks = [];
  globalThis.Worker = class extends Plain {
    constructor(...words) {
      super(...words);
      const sent = new Map();
      this.addEventListener('message', ({ data }) => {
        const begun = sent.get(data.id);
        if (begun !== undefined)
          globalThis.tasks.push({ ...begun, end: performance.now(), own: data.milliseconds });
      });
      const post = this.postMessage.bind(this);
      this.postMessage = (message, ...rest) => {
        if (message.kind === 'task') {
          const { rows, policies = [], path, atRest } = message.task;
          sent.set(message.id, {
            rows,
            policies: policies.length,
            path: path !== undefined,
            atRest,
            begin: performance.now(),
          });
        }
        post(message, ...rest);
      };
    }
  };
}

async function withPage(link, task) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchWorkers);
  await page.goto(`${address}#${link}`);
  const result = await task(page);
  await context.close();
  return result;
}

// Current law, the draft and three pins.
const FIVE =
  'v=1&m=massachusetts&view=explore&t=240&pin=a~full-decriminalization;b~equality-model;c~expungement';

const coldLoad = () =>
  withPage('', async (page) => {
    await page.waitForFunction(
      () => {
        const cells = [...document.querySelectorAll('table.matrix td')];
        return cells.length > 0 && cells.every((cell) => !/Computing|\.\.\./.test(cell.textContent ?? ''));
      },
      undefined,
      { polling: 'raf' },
    );
    return page.evaluate(() => performance.now());
  });

const draws = () =>
  withPage('v=1&m=massachusetts&n=200', async (page) => {
    await page.waitForFunction(
      () => globalThis.tasks.filter(({ rows }) => rows > 1).reduce((sum, { rows }) => sum + rows, 0) >= 200,
    );
    const parts = await page.evaluate(() => globalThis.tasks.filter(({ rows }) => rows > 1));
    const counted = [];
    for (const part of parts.toSorted((one, other) => one.begin - other.begin)) {
      if (counted.reduce((sum, { rows }) => sum + rows, 0) < 200) counted.push(part);
    }
    const begin = Math.min(...counted.map((part) => part.begin));
    return {
      milliseconds: Math.max(...counted.map(({ end }) => end)) - begin,
      policies: counted[0]?.policies,
      cores: await page.evaluate(() => navigator.hardwareConcurrency),
    };
  });

const moves = () =>
  withPage(FIVE, async (page) => {
    await page.locator('.explore .figure-title').first().waitFor();
    await page.waitForTimeout(3_000);
    await page.locator('.lever input[type=range]:not([disabled])').first().focus();
    await page.evaluate(() => {
      globalThis.tasks.length = 0;
    });
    for (let move = 0; move < 60; move += 1) {
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(60);
    }
    return page.evaluate(() => globalThis.tasks.filter(({ rows, path }) => rows === 1 && path));
  });

console.log(`load before: ${load()}`);
const cold = [];
for (let turn = 0; turn < 5; turn += 1) cold.push(await coldLoad());
console.log(
  `cold load to the default run in the matrix: ${shown(median(cold))} (${cold.map(shown).join(', ')})`,
);
const moved = await moves();
console.log(
  `lever move, ${moved[0]?.policies} policies, paths of 20 years and fixed points: ${shown(median(moved.map(({ begin, end }) => end - begin)))} with messages, ${shown(median(moved.map(({ own }) => own)))} in the worker; ${moved.length} moves`,
);
const many = [];
for (let turn = 0; turn < 3; turn += 1) many.push(await draws());
console.log(
  `200 draws x ${many[0]?.policies} policies, fixed points and ten years, ${many[0]?.cores} cores: ${shown(median(many.map(({ milliseconds }) => milliseconds)))}`,
);
console.log(`load after: ${load()}`);
await browser.close();
server.kill('SIGINT');
