import { button, make } from './make';

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
  const dialog = make('dialog');
  const question = make('p', '', control.dataset.confirm);
  question.id = 'confirm-question';
  dialog.setAttribute('aria-labelledby', question.id);
  const actions = make('p', 'actions');
  const close = () => dialog.close();
  const yes = button(control.textContent?.trim() ?? '', control.classList.contains('danger') ? 'btn danger' : 'btn', () => {
    control.dataset.confirmed = 'yes';
    control.click();
    delete control.dataset.confirmed;
    close();
  });
  const no = button(document.querySelector('main')?.dataset.no ?? '✕', 'btn q', close);
  dialog.addEventListener('close', () => dialog.remove());
  actions.append(no, yes);
  dialog.append(question, actions);
  document.body.append(dialog);
  dialog.showModal(); // the harmless answer comes first, and has the focus
}
