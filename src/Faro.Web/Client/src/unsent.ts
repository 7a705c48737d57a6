import { bindConfirm } from './confirm';

export const database = 'faro-entrevistas';
export const table = 'entrevistas';

/** Interviews that this device has not sent: told on every page, and before signing out erases them. */
export async function tellUnsent(told: Iterable<HTMLElement>, leaving: Iterable<HTMLElement>): Promise<void> {
  if ((await count()) === 0) return;
  for (const each of told) each.hidden = false;
  for (const each of leaving) each.dataset.confirm = each.dataset.unsentAsk;
  bindConfirm(leaving);
}

async function count(): Promise<number> {
  const known = await indexedDB.databases();
  if (!known.some((each) => each.name === database)) return 0; // opening would make one
  return new Promise((resolve) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => resolve(0);
    opening.onsuccess = () => {
      const db = opening.result;
      const rows = db.transaction(table, 'readonly').objectStore(table).getAll() as IDBRequest<{ unsent: boolean }[]>;
      rows.onsuccess = () => {
        db.close();
        resolve(rows.result.filter((row) => row.unsent).length);
      };
    };
  });
}
