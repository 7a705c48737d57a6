/** An element with its look and its text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, look = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (look) element.className = look;
  if (text) element.textContent = text;
  return element;
}

/** A button that sends no form. */
export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = make('button', look, text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
