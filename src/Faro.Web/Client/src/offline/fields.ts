import { make } from '../make';
import type { Asked } from './form';
import type { Words } from './types';

/** What a question shows and tells. */
export interface FieldState {
  declined: boolean;
  problem: string | null;
  words: Words;
  answer: (value: string) => void;
  decline: (declined: boolean) => void;
}

/** The mark-up of one question, the same as on every other form of Faro. */
export function field(asked: Asked, state: FieldState): HTMLElement {
  const { node } = asked;
  const label = node.currentState.label?.asString ?? '';
  const hint = node.currentState.hint?.asString ?? '';
  if (node.nodeType === 'note') {
    const note = make('div', 'notice');
    note.append(make('p', '', label));
    if (hint) note.append(make('p', 's', hint));
    return note;
  }
  const id = `q-${asked.name}`;
  const isSelect = node.nodeType === 'select';
  const box = make(isSelect ? 'fieldset' : 'div', state.problem ? 'field wrong' : 'field');
  box.id = id;
  const title = make(isSelect ? 'legend' : 'label', '', label);
  if (title instanceof HTMLLabelElement) title.htmlFor = `${id}-0`;
  if (!node.currentState.required) title.append(' ', make('small', '', state.words['optional']));
  box.append(title);
  const described: string[] = [];
  for (const [ending, look, text] of [['hint', 'hint', hint], ['error', 'error', state.problem ?? '']] as const) {
    if (!text) continue;
    const line = make('span', look, text);
    line.id = `${id}-${ending}`;
    described.push(line.id);
    box.append(line);
  }
  const about = described.join(' ');
  if (isSelect) {
    if (about) box.setAttribute('aria-describedby', about);
    box.append(...choices(asked, id, state));
  } else box.append(input(asked, id, about, state));
  box.append(declining(id, state));
  return box;
}

function choices(asked: Asked, id: string, state: FieldState): HTMLElement[] {
  const { node } = asked;
  if (node.nodeType !== 'select') return [];
  const many = node.selectType === 'select';
  return node.currentState.valueOptions.map((option, index) => {
    const line = make('div', 'choice');
    const box = make('input');
    box.type = many ? 'checkbox' : 'radio';
    box.name = id;
    box.id = `${id}-${index}`;
    box.value = option.value;
    box.checked = node.currentState.value.includes(option.value);
    box.disabled = state.declined;
    box.addEventListener('change', () => {
      const chosen = many ? [...node.currentState.value].filter((each) => each !== option.value) : [];
      if (box.checked) chosen.push(option.value);
      state.answer(chosen.join(' '));
    });
    const label = make('label', '', option.label.asString);
    label.htmlFor = box.id;
    line.append(box, label);
    return line;
  });
}

const types: Record<string, string> = { date: 'date', time: 'time', dateTime: 'datetime-local', int: 'text', decimal: 'text' };

function input(asked: Asked, id: string, about: string, state: FieldState): HTMLElement {
  const { node } = asked;
  const value = node.currentState.instanceValue;
  const kind = node.valueType;
  const area = node.nodeType === 'input' && kind === 'string';
  const box = make(area ? 'textarea' : 'input');
  if (box instanceof HTMLTextAreaElement) box.rows = 4;
  else {
    box.type = types[kind] ?? 'text';
    if (kind === 'int' || kind === 'decimal') {
      box.inputMode = kind === 'int' ? 'numeric' : 'decimal';
      box.className = 'short';
    }
  }
  box.id = `${id}-0`;
  box.autocomplete = 'off';
  if (!(kind === 'int' || kind === 'decimal')) box.maxLength = 4000;
  box.value = value;
  box.disabled = state.declined;
  if (about) box.setAttribute('aria-describedby', about);
  if (state.problem) box.setAttribute('aria-invalid', 'true');
  box.addEventListener('input', () => state.answer(clean(kind, box.value)));
  return box;
}

/** Numbers as the engine takes them; what is none is no answer. */
function clean(kind: string, value: string): string {
  const text = value.trim();
  if (kind === 'int') return /^-?\d{1,9}$/.test(text) ? text : '';
  if (kind === 'decimal') return /^-?\d{1,9}([.,]\d+)?$/.test(text) ? text.replace(',', '.') : '';
  return value;
}

function declining(id: string, state: FieldState): HTMLElement {
  const line = make('div', 'choice decline');
  const box = make('input');
  box.type = 'checkbox';
  box.id = `${id}-declined`;
  box.checked = state.declined;
  box.addEventListener('change', () => state.decline(box.checked));
  const label = make('label', '', state.words['decline']);
  label.htmlFor = box.id;
  line.append(box, label);
  return line;
}
