/** A pad to sign on with finger, pen or mouse. The picture goes into the form's own field, and nowhere else. */
export function bindPads(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-sign]')) bind(part);
}

function bind(part: HTMLElement): void {
  const pad = part.querySelector('canvas')!;
  const field = part.querySelector<HTMLInputElement>('input[type=hidden]')!;
  const ink = pad.getContext('2d')!;
  const manners = document.querySelectorAll<HTMLInputElement>('input[name="Answers.Manner"]');
  const show = () => {
    part.hidden = !Array.from(manners).some((manner) => manner.checked && manner.value === 'drawn');
  };
  for (const manner of manners) manner.addEventListener('change', show);
  show();

  ink.lineWidth = 3;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.strokeStyle = '#1c2b36';
  if (field.value) {
    const before = new Image();
    before.addEventListener('load', () => ink.drawImage(before, 0, 0));
    before.src = field.value;
  }

  const place = (event: PointerEvent): [number, number] => {
    const box = pad.getBoundingClientRect();
    return [((event.clientX - box.left) * pad.width) / box.width, ((event.clientY - box.top) * pad.height) / box.height];
  };
  let drawing = false;
  pad.addEventListener('pointerdown', (event) => {
    drawing = true;
    pad.setPointerCapture(event.pointerId);
    ink.beginPath();
    ink.moveTo(...place(event));
  });
  pad.addEventListener('pointermove', (event) => {
    if (!drawing) return;
    ink.lineTo(...place(event));
    ink.stroke();
  });
  const end = () => {
    if (!drawing) return;
    drawing = false;
    field.value = pad.toDataURL('image/png');
  };
  pad.addEventListener('pointerup', end);
  pad.addEventListener('pointercancel', end);
  part.querySelector('[data-sign-clear]')?.addEventListener('click', () => {
    ink.clearRect(0, 0, pad.width, pad.height);
    field.value = '';
  });
}
