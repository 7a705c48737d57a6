// What every page has. Each thing binds itself to a data attribute; without script the page works the same.
import { bindConfirm } from './confirm';
import { bindExit } from './exit';
import { bindRefresh } from './refresh';
import { tellUnsent } from './unsent';

const all = <T extends HTMLElement>(selector: string) => document.querySelectorAll<T>(selector);

bindConfirm(all('[data-confirm]'));
bindExit(document.querySelector('a[data-quick-exit]'));
bindRefresh(document.querySelector('[data-refresh]'));

for (const button of all<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy!)?.textContent?.trim() ?? '');
    button.textContent = button.dataset.copied ?? button.textContent;
  });
}

for (const button of all<HTMLButtonElement>('button[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal!) as HTMLInputElement | null;
  if (!field) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const hidden = field.type === 'password';
    field.type = hidden ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(hidden));
  });
}

for (const button of all<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A menu of the bar closes when one looks elsewhere.
const menus = all<HTMLDetailsElement>('.top details');
const close = (stays?: Node) =>
  menus.forEach((menu) => {
    if (menu.open && !(stays && menu.contains(stays))) menu.open = false;
  });
document.addEventListener('click', (event) => close(event.target as Node));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});

// On a phone the row of tabs is longer than the screen: begin where one is.
const here = document.querySelector<HTMLElement>('.tabs [aria-current]');
if (here?.parentElement) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 16;

// What is wrong is read out first.
document.querySelector<HTMLElement>('.errors')?.focus();

// Heavier parts come only where they are needed.
if (document.querySelector('[data-passkey]')) void import('./passkey').then((passkey) => passkey.bind());
if (document.querySelector('figure[data-chart]')) void import('./chart').then((chart) => chart.drawAll());
if (document.querySelector('[data-unsent]')) void tellUnsent(all('[data-unsent]'), all('[data-unsent-ask]'));

const interviews = document.querySelector<HTMLElement>('[data-interviews]');
if (interviews) void import('./offline').then((offline) => offline.bind(interviews));
if (document.querySelector('form[data-upload]')) void import('./upload').then((upload) => upload.bindUploads());
if (document.querySelector('[data-sign]')) void import('./sign').then((sign) => sign.bindPads());
