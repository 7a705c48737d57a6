// Passkeys need the browser's own dialogue: the one thing on these pages that cannot be done without script.

const bytes = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0)).buffer;

/** Binds every form that asks for a passkey: it fetches options, asks the browser, and posts the answer as JSON text. */
export function bind(): void {
  if (!('credentials' in navigator) || !('PublicKeyCredential' in window)) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      const answer = form.querySelector<HTMLInputElement>('input[data-passkey-answer]');
      if (!answer || answer.value) return;
      event.preventDefault();
      void ask(form).then(
        (credential) => {
          answer.value = JSON.stringify(credential);
          form.requestSubmit();
        },
        () => form.classList.add('passkey-failed'),
      );
    });
  }
}

async function ask(form: HTMLFormElement): Promise<unknown> {
  const body = new FormData(form);
  const response = await fetch(form.dataset.passkeyOptions!, { method: 'POST', body });
  if (!response.ok) throw new Error('options');
  const options = (await response.json()) as Record<string, any>;
  options.challenge = bytes(options.challenge);
  for (const list of [options.allowCredentials, options.excludeCredentials]) {
    for (const credential of list ?? []) credential.id = bytes(credential.id);
  }
  if (form.dataset.passkey === 'create') {
    options.user.id = bytes(options.user.id);
    const made = (await navigator.credentials.create({ publicKey: options as any })) as PublicKeyCredential;
    return made.toJSON();
  }
  const got = (await navigator.credentials.get({ publicKey: options as any })) as PublicKeyCredential;
  return got.toJSON();
}
