// Keeps the whole site in the browser after the first visit, so that it works without a network. It answers requests to
// its own origin only, and adds none: everything it fetches is a file of the site.

interface LastingEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare global {
  interface WindowEventMap {
    install: LastingEvent;
    activate: LastingEvent;
    fetch: RequestEvent;
  }
}

/** Put in by the build: the files of the site, relative to this one, and a digest of them. */
declare const SITE_FILES: readonly string[];
declare const SITE_DIGEST: string;
declare const clients: { claim(): Promise<void> };

const PREFIX = 'weir-lab ';
const CACHE = `${PREFIX}${SITE_DIGEST}`;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...SITE_FILES])));
});

// A page that is open keeps the files it was opened with: a newer site takes over when the last such page is closed.
addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answerTo(request));
});

async function dropOld(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answerTo(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: request.mode === 'navigate' })) ?? fetch(request);
}

export type {};
