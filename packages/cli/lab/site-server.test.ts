import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../testing/small-study.js';
import { type ServedSite, serveSite } from './site-server.js';

let served: ServedSite;

beforeAll(async () => {
  const folder = newFolder();
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<p>lab</p>');
  writeFileSync(join(site, 'assets', 'a.js'), 'let a;');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'assets', 'link.txt'));
  served = await serveSite(site, 0);
});

afterAll(() => served.close());

/** The first line of the answer to a request written by hand, which no client puts straight. */
function raw(path: string, host = '127.0.0.1', method = 'GET'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(served.address).port), '127.0.0.1');
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}

describe('serveSite', () => {
  it('serves its files with their types, and its page for the folder', async () => {
    const page = await fetch(served.address);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>lab</p>',
    ]);
    const script = await fetch(`${served.address}assets/a.js?x=1`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });

  it('listens on the loopback address alone', () => {
    expect(new URL(served.address).hostname).toBe('127.0.0.1');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/assets/link.txt',
    '/assets',
    '/%00',
    '/%zz',
  ])('gives nothing for %s', async (path) => {
    const answer = await raw(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
    expect(answer).not.toContain('secret\n');
  });

  it('refuses names of other sites, and anything but reading', async () => {
    expect(await raw('/', 'elsewhere.example')).toMatch(/^HTTP\/1\.1 403/);
    expect(await raw('/', '127.0.0.1', 'POST')).toMatch(/^HTTP\/1\.1 405/);
  });
});
