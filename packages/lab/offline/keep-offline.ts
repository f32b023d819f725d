/** Asks the browser to keep the site for use without a network; where it cannot, the lab works as before. */
export function keepOffline(): void {
  const isServed = location.protocol === 'http:' || location.protocol === 'https:';
  if (!isServed || import.meta.env.MODE === 'single' || !('serviceWorker' in navigator)) return;
  // After the first results, which should not wait for files that nobody has asked for.
  setTimeout(() => {
    navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  }, 2_000);
}
