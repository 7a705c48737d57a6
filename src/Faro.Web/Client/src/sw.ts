// Answers for the pages of interviews when there is no network. It keeps nothing by itself and never sees an answer.
const pages = 'faro-paginas';
const shell = '/entrevistas/tomar';
const worker = self as unknown as ServiceWorkerGlobalScope;

interface ServiceWorkerGlobalScope {
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

interface WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode === 'navigate' && (pathname === shell || pathname.startsWith(`${shell}/`)))
    event.respondWith(fetch(event.request).catch(() => kept(shell)));
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(event.request, { ignoreVary: true }).then((found) => found ?? fetch(event.request)));
});

async function kept(path: string): Promise<Response> {
  return (await (await caches.open(pages)).match(path, { ignoreVary: true })) ?? Response.error();
}
