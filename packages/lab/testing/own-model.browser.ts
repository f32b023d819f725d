import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goTo, withLab } from './lab-page.js';

const CORPUS = fileURLToPath(new URL('../../../conformance/corpus/', import.meta.url));

const MODELS = ['oscillator/oscillator.xmile', 'exponential-decay/decay.mdl'];

async function opened(file: string, text = readFileSync(`${CORPUS}${file}`, 'utf8')) {
  return withLab({}, async ({ page, errors, requests }) => {
    const before = requests.length;
    const name = file.split('/').at(-1) ?? file;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.waitForFunction(
      () => !location.hash.includes('m=') || document.querySelector('.open-faults') !== null,
    );
    const fault = page.locator('.open-faults');
    if ((await fault.count()) > 0) return { fault: (await fault.textContent()) ?? '', errors, views: 0 };
    let views = 0;
    for (const view of ['Explore', 'Over time', 'Model', 'Sensitivity']) {
      await goTo(page, view);
      await page.waitForTimeout(600);
      if ((await page.getByText('went wrong').count()) === 0) views += 1;
    }
    expect(requests.slice(before).some((url) => !url.startsWith('http://127.0.0.1'))).toBe(false);
    return { fault: '', errors, views };
  });
}

describe('a model of one’s own', () => {
  it.each(MODELS)('opens in Explore, Over time, Model and Sensitivity: %s', async (file) => {
    expect(await opened(file)).toEqual({ fault: '', errors: [], views: 4 });
  });

  it('that is none is refused in words, and the lab stays as it was', async () => {
    const { fault, errors } = await opened('broken.xmile', '<xmile><model>');
    expect(fault.length).toBeGreaterThan(20);
    expect(errors).toEqual([]);
  });
});
