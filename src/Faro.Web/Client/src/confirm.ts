/** Asks before a button does what cannot be undone. The words are the page's: its question, its own name, the frame's "no". */
export function bindConfirm(controls: Iterable<HTMLElement>): void {
  for (const control of controls) {
    control.addEventListener('click', (event) => {
      if (control.dataset.confirmed) return;
      event.preventDefault();
      ask(control);
    });
  }
}

function ask(control: HTMLElement): void {
  const dialog = document.createElement('dialog');
  const question = document.createElement('p');
  question.id = 'confirm-question';
  question.textContent = control.dataset.confirm ?? '';
  dialog.setAttribute('aria-labelledby', question.id);
  const actions = document.createElement('p');
  actions.className = 'actions';
  const yes = button(control.textContent?.trim() ?? '', control.classList.contains('danger') ? 'btn danger' : 'btn');
  const no = button(document.querySelector('main')?.dataset.no ?? '✕', 'btn q');
  yes.addEventListener('click', () => {
    control.dataset.confirmed = 'yes';
    control.click();
    delete control.dataset.confirmed;
    dialog.close();
  });
  no.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  actions.append(no, yes);
  dialog.append(question, actions);
  document.body.append(dialog);
  dialog.showModal(); // the harmless answer comes first, and has the focus
}

function button(text: string, look: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = text;
  return made;
}
