import { database, table } from '../unsent';
import type { Held } from './types';

/** One row of the browser's store: nothing of the interview but its id and whether it waits to be sent. */
interface Row {
  id: string;
  user: string;
  unsent: boolean;
  iv: BufferSource;
  box: ArrayBuffer;
}

const secretPlace = 'faro-secreto';

/** The secret stays in this tab: in memory, and through a reload; not when the browser is closed. */
export function keepSecret(user: string, secret: string): void {
  sessionStorage.setItem(secretPlace, JSON.stringify({ user, secret }));
}

export function keptSecret(): { user: string; secret: string } | null {
  const kept = sessionStorage.getItem(secretPlace);
  return kept ? (JSON.parse(kept) as { user: string; secret: string }) : null;
}

export function forgetSecret(): void {
  sessionStorage.removeItem(secretPlace);
}

/** What this device holds of interviews: AES-256-GCM, each row bound to its id. */
export class Outbox {
  private constructor(
    private readonly db: IDBDatabase,
    private readonly user: string,
    private readonly key: CryptoKey | null,
  ) {}

  /** Without a secret it tells only how much there is. */
  static async open(known: { user: string; secret: string } | null): Promise<Outbox> {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath: 'id' });
    return new Outbox(await done(opening), known?.user ?? '', known ? await keyOf(known.secret) : null);
  }

  get isLocked(): boolean {
    return this.key === null;
  }

  async put(held: Held): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(held));
    // Filled up, so that the length does not tell what was answered.
    const filled = new Uint8Array(Math.ceil((plain.length + 1) / 1024) * 1024).fill(32);
    filled.set(plain);
    const box = await crypto.subtle.encrypt(this.bound(held.id, iv), this.key!, filled);
    await done(this.store('readwrite').put({ id: held.id, user: this.user, unsent: held.unsent, iv, box } satisfies Row));
  }

  async get(id: string): Promise<Held | null> {
    const row = await done<Row | undefined>(this.store('readonly').get(id));
    return row ? this.read(row) : null;
  }

  async remove(id: string): Promise<void> {
    await done(this.store('readwrite').delete(id));
  }

  /** Those that can be opened, and the number of those that cannot: another person's, or without the secret. */
  async all(): Promise<{ held: Held[]; closed: number }> {
    const rows = await done<Row[]>(this.store('readonly').getAll());
    const read = await Promise.all(rows.map((row) => this.read(row)));
    const held = read.filter((each) => each !== null);
    return { held, closed: rows.length - held.length };
  }

  private async read(row: Row): Promise<Held | null> {
    if (!this.key || row.user !== this.user) return null;
    const plain = await crypto.subtle.decrypt(this.bound(row.id, row.iv), this.key, row.box);
    return JSON.parse(new TextDecoder().decode(plain)) as Held;
  }

  private bound(id: string, iv: BufferSource): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) };
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    return this.db.transaction(table, mode).objectStore(table);
  }
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('faro-outbox');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser store failed'));
  });
}
