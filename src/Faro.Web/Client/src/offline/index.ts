import { make } from '../make';
import { InterviewForm } from './form';
import { Interview } from './interview';
import { forgetSecret, keepSecret, keptSecret, Outbox } from './outbox';
import { askInterview, askSecret, instrument, instruments } from './server';
import { send, type Sent } from './sending';
import type { Held, Reading, Words } from './types';

const pages = 'faro-paginas';

/** The page of interviews on this device: one interview when its address names one, else the list. */
export async function bind(main: HTMLElement): Promise<void> {
  const words = JSON.parse(document.getElementById('palabras')!.textContent ?? '{}') as Words;
  const page = new Page(main, words);
  await page.open();
  // Without a network there is nothing to keep that is not kept already.
  await keepPage().catch(() => undefined);
  if (await canDoWithout()) main.querySelector<HTMLElement>('[data-kept]')!.hidden = false;
}

class Page {
  private readonly place: HTMLElement;
  private readonly status: HTMLElement;

  constructor(
    main: HTMLElement,
    private readonly words: Words,
  ) {
    this.place = main.querySelector<HTMLElement>('[data-place]')!;
    this.status = main.querySelector<HTMLElement>('[data-status]')!;
  }

  async open(): Promise<void> {
    const [, , , caseId, id] = location.pathname.split('/');
    const secret = await askSecret();
    if ('got' in secret) keepSecret(secret.got.user, secret.got.secret);
    // A session that ended, or was ended from elsewhere, takes the key away.
    else if (secret.why !== 'no-network') forgetSecret();
    const outbox = await Outbox.open(keptSecret());
    if (outbox.isLocked) await this.locked(outbox, 'why' in secret && secret.why !== 'no-network');
    else if (id && caseId) await this.take(outbox, id);
    else await this.list(outbox);
  }

  private say(text: string, look = ''): void {
    this.status.textContent = text;
    this.status.className = look ? `sending ${look}` : 'sending';
  }

  private async locked(outbox: Outbox, signedOut: boolean): Promise<void> {
    const { closed } = await outbox.all();
    this.place.replaceChildren(
      make('p', 'notice warn', this.words[signedOut ? 'signed-out' : 'locked']),
      make('p', '', this.words['locked-count']!.replace('{0}', String(closed))),
      this.wayIn(),
    );
  }

  private wayIn(): HTMLElement {
    return link(`/entrar?volver=${encodeURIComponent(location.pathname)}`, this.words['sign-in']!, 'btn');
  }

  private async take(outbox: Outbox, id: string): Promise<void> {
    const mine = await outbox.get(id);
    if (mine?.unsent) {
      const sent = await send(outbox, id);
      if (sent.as === 'conflict' || sent.as === 'signed-out') return this.left(mine, sent);
      if (sent.as === 'sent' && sent.finished) return location.replace(reading(mine));
    }
    const heard = await askInterview(id);
    const kept = await outbox.get(id);
    if ('got' in heard && heard.got.state === 'finished' && !kept?.unsent) {
      await outbox.remove(id);
      return location.replace(reading(heard.got));
    }
    const held = 'got' in heard && !kept?.unsent ? fromServer(heard.got, kept) : kept;
    if (!held) {
      this.place.replaceChildren(make('p', 'notice warn', 'why' in heard && heard.text ? heard.text : this.words['not-here']));
      return;
    }
    await outbox.put(held);
    await this.show(outbox, held);
  }

  private async show(outbox: Outbox, held: Held): Promise<void> {
    const xform = await instrument(held.instrument, held.instrumentVersion);
    if (xform === null) {
      this.place.replaceChildren(make('p', 'notice warn', this.words['no-instrument']));
      return;
    }
    document.querySelector('h1')!.textContent = `${held.title} · ${held.caseNumber}`;
    const form = await InterviewForm.load(xform, document.documentElement.lang, held.answers);
    // Whoever goes on after a pause or an end that could not be sent yet has begun again.
    const open: Held = held.state === 'open' ? held : { ...held, state: 'open' };
    this.say(held.unsent ? this.words['waiting']! : this.words['ready']!, held.unsent ? 'wait' : '');
    new Interview(open, form, outbox, this.words, this.place, (text, look) => this.say(text, look), (sent) => this.left(open, sent)).show();
  }

  /** Away from an interview: to its page when the server has it, else to the list of what waits. */
  private left(held: Held, sent: Sent): void {
    if (sent.as === 'conflict') {
      this.say('');
      this.place.replaceChildren(make('p', 'notice warn', this.words['conflict']), link(`${reading(held)}/comparar`, this.words['compare']!, 'btn'));
    } else if (sent.as === 'signed-out') {
      forgetSecret();
      this.place.replaceChildren(make('p', 'notice warn', this.words['signed-out']), this.wayIn());
    } else if (sent.as === 'sent') location.assign(reading(held));
    else location.assign('/entrevistas/tomar');
  }

  private async list(outbox: Outbox): Promise<void> {
    const results = new Map<string, Sent>();
    for (const held of (await outbox.all()).held.filter((each) => each.unsent)) {
      const sent = await send(outbox, held.id);
      if (sent.as !== 'sent') results.set(held.id, sent);
    }
    const { held, closed } = await outbox.all();
    const lines = held.map((each) => this.line(each, results.get(each.id)));
    this.place.replaceChildren(...(lines.length > 0 ? lines : [make('p', 'empty', this.words['none'])]));
    if (closed > 0) this.place.append(make('p', 's', this.words['others']!.replace('{0}', String(closed))));
    const waiting = held.filter((each) => each.unsent).length;
    // Neither the end of a tunnel nor a server that is back tells a page for sure: it is tried again.
    if (waiting > 0) window.setTimeout(() => void this.list(outbox), 30_000);
    this.say(this.words[waiting > 0 ? 'waiting-count' : 'all-sent']!.replace('{0}', String(waiting)), waiting > 0 ? 'wait' : 'ok');
    if ([...results.values()].some((each) => each.as === 'conflict')) this.place.prepend(make('p', 'notice warn', this.words['conflict']));
  }

  private line(held: Held, sent: Sent | undefined): HTMLElement {
    const card = make('section', 'card');
    const title = make('h2');
    title.append(link(`/entrevistas/tomar/${held.caseId}/${held.id}`, `${held.title} · ${held.caseNumber}`));
    const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(held.savedAt));
    const state = held.unsent ? (held.state === 'finished' ? 'finished-unsent' : 'unsent') : 'on-server';
    card.append(title, make('p', 's', when), make('p', held.unsent ? 'tag a' : 'tag', this.words[state]));
    if (sent?.as === 'refused') card.append(make('p', 'notice warn', sent.text));
    return card;
  }
}

function fromServer(reading: Reading, kept: Held | null): Held {
  return {
    id: reading.id,
    caseId: reading.caseId,
    caseNumber: reading.caseNumber,
    title: reading.title,
    instrument: reading.instrument,
    instrumentVersion: reading.instrumentVersion,
    answers: reading.answers.values,
    declined: reading.answers.declined,
    state: reading.state,
    version: reading.version,
    key: crypto.randomUUID(),
    after: [],
    unsent: false,
    savedAt: reading.savedAt,
    place: kept?.place ?? '',
    whole: kept?.whole ?? false,
  };
}

const reading = (of: { caseId: string; id: string }) => `/casos/${of.caseId}/entrevistas/${of.id}`;

function link(path: string, text: string, look = ''): HTMLAnchorElement {
  const made = make('a', look, text);
  made.href = path;
  return made;
}

/** Whether this page would open without a network: its parts are kept, and the worker that gives them out is there. */
async function canDoWithout(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !(await navigator.serviceWorker.getRegistration('/entrevistas/'))) return false;
  await navigator.serviceWorker.ready;
  return (await (await caches.open(pages)).match('/entrevistas/tomar', { ignoreVary: true })) !== undefined;
}

/** Keeps this page and what it is made of for when there is no network. Nothing of anybody is in it. */
async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  await navigator.serviceWorker.register('/entrevistas/sw.js', { scope: '/entrevistas/' });
  const files = performance
    .getEntriesByType('resource')
    .map((each) => new URL(each.name))
    .filter((each) => each.origin === location.origin && each.pathname.startsWith('/assets/'))
    .map((each) => each.pathname);
  const cache = await caches.open(pages);
  const wanted = new Set(['/entrevistas/tomar', ...files]);
  await cache.addAll([...wanted]);
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  for (const name of await caches.keys()) if (name !== pages && name !== instruments) await caches.delete(name);
}
