import type { Outbox } from './outbox';
import { sendSave } from './server';
import type { Held } from './types';

/** What became of one sending. */
export type Sent =
  | { as: 'sent'; finished: boolean }
  | { as: 'conflict' }
  | { as: 'later' }
  | { as: 'signed-out' }
  | { as: 'refused'; text: string; fields: string[] };

/** One sending at a time in this tab, and over all tabs of this browser. */
export function send(outbox: Outbox, id: string): Promise<Sent> {
  return navigator.locks.request('faro-enviar', () => sendNow(outbox, id));
}

async function sendNow(outbox: Outbox, id: string): Promise<Sent> {
  const held = await outbox.get(id);
  if (!held?.unsent) return { as: 'sent', finished: held?.state === 'finished' };
  const heard = await sendSave(held);
  const now = (await outbox.get(id)) ?? held; // she may have answered on while it was under way
  const changed = now.key !== held.key;
  if ('why' in heard) {
    if (heard.why === 'refused') {
      if (heard.code === 'interview.not-found' || heard.code === 'case.not-found') return { as: 'refused', text: heard.text, fields: [] };
      return { as: 'refused', text: heard.text, fields: heard.fields };
    }
    // It may have arrived although no answer came: the next save says that it goes on from this one.
    if (heard.why === 'no-network' && !now.after.includes(held.key)) await outbox.put({ ...now, after: [...now.after, held.key].slice(-20) });
    return { as: heard.why === 'signed-out' ? 'signed-out' : 'later' };
  }
  if (heard.got.conflict) {
    await outbox.remove(id); // the server has it, beside what the other device wrote
    return { as: 'conflict' };
  }
  if (held.state === 'finished' && !changed) await outbox.remove(id);
  else await outbox.put({ ...now, version: heard.got.version, after: [], unsent: changed });
  return { as: 'sent', finished: held.state === 'finished' && !changed };
}

/** The same interview after a change: a save of its own, to be sent. */
export function changed(held: Held, change: Partial<Held>): Held {
  return { ...held, ...change, key: crypto.randomUUID(), unsent: true, savedAt: new Date().toISOString() };
}
