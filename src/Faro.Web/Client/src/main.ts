// What every page has. Each thing binds itself to a data attribute; without it the page works the same.

for (const control of document.querySelectorAll<HTMLElement>('[data-confirm]')) {
  control.addEventListener('click', (event) => {
    if (!window.confirm(control.dataset.confirm)) event.preventDefault();
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy!)?.textContent?.trim() ?? '');
    button.textContent = button.dataset.copied ?? button.textContent;
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal!) as HTMLInputElement | null;
  if (!field) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const hidden = field.type === 'password';
    field.type = hidden ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(hidden));
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Leaving quickly: the way back must not lead here. Three times Escape does the same.
const exit = document.querySelector<HTMLAnchorElement>('a[data-quick-exit]');
if (exit) {
  const leave = (event?: Event) => {
    event?.preventDefault();
    document.documentElement.hidden = true;
    window.location.replace(exit.href);
  };
  exit.addEventListener('click', leave);
  let pressed = 0;
  document.addEventListener('keydown', (event) => {
    pressed = event.key === 'Escape' ? pressed + 1 : 0;
    if (pressed === 3) leave();
  });
}

// Long work: the page reloads itself while the work goes on, unless somebody is typing.
const refresh = document.querySelector<HTMLElement>('[data-refresh]');
if (refresh) {
  const again = () => {
    if (document.visibilityState === 'visible' && !(document.activeElement instanceof HTMLInputElement)) window.location.reload();
    else window.setTimeout(again, 2000);
  };
  window.setTimeout(again, Number(refresh.dataset.refresh) * 1000);
}

// The menu is open where there is room for it.
const menu = document.querySelector<HTMLDetailsElement>('details.menu');
if (menu && window.matchMedia('(min-width: 64em)').matches) menu.open = true;

if (document.querySelector('[data-passkey]')) void import('./passkey').then((passkey) => passkey.bind());

if (document.querySelector('figure[data-chart]')) void import('./chart').then((chart) => chart.drawAll());
