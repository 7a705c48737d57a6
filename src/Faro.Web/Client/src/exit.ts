const patience = 1500; // ms between two presses

/** Leaving quickly: at once nothing is to be seen, and the way back does not lead here. Escape three times does the same. */
export function bindExit(link: HTMLAnchorElement | null): void {
  if (!link) return;
  const leave = () => {
    document.documentElement.hidden = true;
    document.title = '';
    window.location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  document.addEventListener('keydown', (event) => {
    presses = event.key === 'Escape' ? [...presses.filter((at) => event.timeStamp - at < patience), event.timeStamp] : [];
    if (presses.length === 3) leave();
  });
}
