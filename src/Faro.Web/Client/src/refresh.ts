/**
 * Long work: the part of the page that says how far it is asks for itself anew, every so many seconds, and only while
 * somebody looks. When the work has ended the answer no longer asks for it, and the whole page is read once more.
 */
export function bindRefresh(part: HTMLElement | null): void {
  if (!part) return;
  const seconds = Number(part.dataset.refresh) || 3;
  let shown = part;
  let failures = 0;
  const wait = () => window.setTimeout(() => void again(), seconds * 1000 * 2 ** Math.min(failures, 4));
  const again = async () => {
    if (document.visibilityState === 'hidden') {
      document.addEventListener('visibilitychange', () => void again(), { once: true });
      return;
    }
    const next = await read().catch(() => undefined);
    if (next === null) {
      window.location.replace(window.location.href);
      return;
    }
    failures = next ? 0 : failures + 1;
    if (next && !shown.contains(document.activeElement)) {
      shown.replaceWith(next);
      shown = next;
    }
    wait();
  };
  wait();
}

/** The same part as it is now; null when the page no longer refreshes; undefined when it could not be read. */
async function read(): Promise<HTMLElement | null | undefined> {
  const response = await fetch(window.location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector<HTMLElement>('[data-refresh]');
}
