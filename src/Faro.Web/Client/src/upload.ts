/**
 * Sends a file in pieces, each of which is safe once it has arrived. When the line breaks, it waits and goes on; when the
 * page is left, the list of documents offers to go on. A form that the server refuses is sent whole instead, so that the
 * page itself says why.
 */
interface Progress {
  id: string;
  documentId: string;
  bytes: number;
  pieceBytes: number;
  pieces: number;
  received: number[];
}

const tries = 6;

/** What no trying again mends. */
class Refused extends Error {}

export function bindUploads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
      if (!file || form.dataset.whole) return;
      event.preventDefault();
      void send(form, file);
    });
  }
}

async function send(form: HTMLFormElement, file: File): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
  const error = form.querySelector<HTMLElement>('p.error')!;
  error.hidden = true;
  button.disabled = true;
  try {
    const upload = await begin(form, file);
    if (!upload) return;
    await sendPieces(form, file, upload);
    const finished = await ask(`/api/documents/uploads/${upload.id}/finish`, { hash: await hash(file) });
    location.assign(form.dataset.uploadAfter ?? `${form.dataset.uploadList}/${(await finished.json()) as string}`);
  } catch (failure) {
    error.textContent = failure instanceof Refused ? failure.message : (form.dataset.uploadStopped ?? '');
    error.hidden = false;
    button.disabled = false;
  }
}

/** The upload to go on with, or a new one; null when the form goes whole. */
async function begin(form: HTMLFormElement, file: File): Promise<Progress | null> {
  if (form.dataset.uploadId) {
    if (file.size !== Number(form.dataset.uploadBytes)) throw new Refused(form.dataset.uploadOther);
    return (await (await ask(`/api/documents/uploads/${form.dataset.uploadId}`)).json()) as Progress;
  }

  const answers = new FormData(form);
  const said = (name: string) => String(answers.get(`Answers.${name}`) ?? '');
  try {
    const begun = await ask('/api/documents/begin-upload', {
      caseId: form.dataset.uploadCase,
      documentId: form.dataset.uploadDocument || null,
      facts: {
        kind: said('Kind'),
        compartment: said('Compartment'),
        title: said('Title'),
        expiresOn: said('ExpiresOn') || null,
      },
      fileName: file.name,
      bytes: file.size,
    });
    return (await begun.json()) as Progress;
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    form.dataset.whole = 'yes';
    form.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled = false;
    form.requestSubmit();
    return null;
  }
}

async function sendPieces(form: HTMLFormElement, file: File, upload: Progress): Promise<void> {
  const bar = form.querySelector('progress')!;
  const here = new Set(upload.received);
  bar.hidden = false;
  bar.max = upload.pieces;
  bar.value = here.size;
  for (let index = 0; index < upload.pieces; index++) {
    if (here.has(index)) continue;
    const piece = file.slice(index * upload.pieceBytes, (index + 1) * upload.pieceBytes);
    try {
      await put(`/api/documents/uploads/${upload.id}/pieces/${index}`, piece);
    } catch (failure) {
      // What the server will not have is not kept waiting to be resumed.
      if (failure instanceof Refused) await ask(`/api/documents/uploads/${upload.id}/discard`, {});
      throw failure;
    }
    bar.value++;
  }
}

async function put(path: string, piece: Blob): Promise<void> {
  for (let time = 1; ; time++) {
    try {
      await checked(await fetch(path, { method: 'PUT', body: piece, headers: { 'Content-Type': 'application/octet-stream' } }));
      return;
    } catch (failure) {
      if (failure instanceof Refused || time === tries) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** time));
    }
  }
}

async function ask(path: string, body?: object): Promise<Response> {
  return checked(
    await fetch(
      path,
      body ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : undefined,
    ),
  );
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
  const problem = (await answer.json().catch(() => null)) as { detail?: string } | null;
  throw new Refused(problem?.detail ?? String(answer.status));
}

/** SHA-256 of the file as it is here, so that the server can tell whether the same arrived; empty where the browser has none. */
async function hash(file: File): Promise<string> {
  if (!window.isSecureContext) return '';
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
