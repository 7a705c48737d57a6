import type { Heard, Held, Reading } from './types';

interface Problem {
  code?: string;
  detail?: string;
  refusals?: { field: string }[];
}

/** Asks the server. No network, a session that ended and a refusal are answers too. */
async function ask<T>(path: string, body: unknown): Promise<Heard<T>> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      cache: 'no-store',
    });
  } catch {
    return { why: 'no-network', code: '', text: '', fields: [] };
  }
  if (answer.ok) return { got: (await answer.json()) as T };
  // Whoever is not signed in is led to the way in.
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { why: 'signed-out', code: '', text: '', fields: [] };
  if (answer.status >= 500 || answer.status === 429) return { why: 'no-network', code: '', text: '', fields: [] };
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  return {
    why: 'refused',
    code: problem.code ?? '',
    text: problem.detail ?? '',
    fields: problem.refusals?.map((each) => each.field) ?? [],
  };
}

export const askSecret = () => ask<{ user: string; secret: string }>('/api/screenings/outbox-secret', {});

export const askInterview = (id: string) => ask<Reading>(`/api/screenings/${id}/read`, {});

export const sendSave = (held: Held) =>
  ask<{ version: number; state: Held['state']; conflict: boolean }>(`/api/screenings/${held.id}/save`, {
    key: held.key,
    baseVersion: held.version,
    after: held.after,
    answers: held.answers,
    declined: held.declined,
    state: held.state,
  });

/** The instrument: a version never changes, so what was fetched once is kept. It holds nothing of anybody. */
export async function instrument(code: string, version: string): Promise<string | null> {
  const path = `/api/instruments/${code}/${version}/xform`;
  const kept = await caches.open(instruments);
  const found = await kept.match(path);
  if (found) return found.text();
  try {
    const answer = await fetch(path, { redirect: 'manual' });
    if (!answer.ok) return null;
    await kept.put(path, answer.clone());
    return await answer.text();
  } catch {
    return null;
  }
}

export const instruments = 'faro-instrumentos';
