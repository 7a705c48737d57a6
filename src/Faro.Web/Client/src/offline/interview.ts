import { button, make } from '../make';
import { field } from './fields';
import { InterviewForm, type Asked } from './form';
import type { Outbox } from './outbox';
import { changed, send, tried, type Sent } from './sending';
import type { Held, Words } from './types';

const quiet = 400; // ms without a key, then it is kept on this device
const pause = 4000; // ms without a key, then it is sent
const again = 30_000; // ms until it is tried again

/** One interview on the screen: every change is kept on this device first, then sent when there is a network. */
export class Interview {
  private problems = new Map<string, string>();
  private keeping = 0;
  private sending = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private held: Held,
    private readonly form: InterviewForm,
    private readonly outbox: Outbox,
    private readonly words: Words,
    private readonly place: HTMLElement,
    private readonly say: (text: string, look?: string) => void,
    private readonly leave: (sent: Sent) => void,
  ) {}

  show(): void {
    this.draw();
    window.addEventListener('online', () => void this.sendNow());
    window.setInterval(() => {
      if (this.held.unsent) void this.sendNow();
    }, again);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.keep();
    });
  }

  /** Answers as they are now, on this device; then the server if there is one. */
  async sendNow(): Promise<Sent> {
    window.clearTimeout(this.sending);
    if (this.held.unsent) this.held = tried(this.held);
    await this.keep();
    this.say(this.words['sending']!);
    const sent = await send(this.outbox, this.held.id);
    const now = await this.outbox.get(this.held.id);
    if (now) this.held = { ...this.held, version: now.version, unsent: this.held.key !== now.key || now.unsent };
    this.tell(sent);
    if (sent.as === 'conflict' || sent.as === 'signed-out') this.leave(sent);
    return sent;
  }

  private tell(sent: Sent): void {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(new Date());
    if (sent.as === 'sent') this.say(this.words['sent']!.replace('{0}', time), 'ok');
    if (sent.as === 'later') this.say(this.words['kept']!.replace('{0}', time), 'wait');
    if (sent.as === 'refused') this.say(sent.text, 'wrong');
  }

  private change(change: Partial<Held>): void {
    this.held = changed(this.held, change);
    window.clearTimeout(this.keeping);
    window.clearTimeout(this.sending);
    this.keeping = window.setTimeout(() => void this.keep(), quiet);
    this.sending = window.setTimeout(() => void this.sendNow(), pause);
  }

  private keep(): Promise<void> {
    window.clearTimeout(this.keeping);
    const held = this.held;
    this.writing = this.writing.then(() => this.outbox.put(held));
    return this.writing;
  }

  private draw(focus = ''): void {
    this.place.replaceChildren(this.tools(), this.held.whole ? this.wholePage() : this.onePage(), this.endings());
    const target = focus ? document.getElementById(focus) : null;
    (target?.querySelector<HTMLElement>('input,textarea') ?? target)?.focus();
  }

  private tools(): HTMLElement {
    const bar = make('p', 'actions');
    bar.append(
      button(this.words[this.held.whole ? 'one-by-one' : 'all-on-one'] ?? '', 'btn q', () => {
        this.change({ whole: !this.held.whole });
        this.draw();
      }),
    );
    if (this.form.languages.length > 1) {
      const select = make('select');
      select.setAttribute('aria-label', this.words['language']!);
      for (const language of this.form.languages) select.append(new Option(language, language));
      select.value = this.form.languages.find((each) => each.endsWith(`(${document.documentElement.lang})`)) ?? select.value;
      select.addEventListener('change', () => {
        this.form.speak(select.value);
        const chosen = select.value;
        this.draw();
        const again = this.place.querySelector('select');
        if (again) again.value = chosen;
      });
      bar.append(select);
    }
    return bar;
  }

  private onePage(): HTMLElement {
    const asked = this.form.asked;
    const at = Math.max(0, asked.findIndex((each) => each.name === this.held.place));
    const current = asked[at]!;
    const page = make('div', 'page');
    const head = make('p', 's', this.words['progress']!.replace('{0}', String(at + 1)).replace('{1}', String(asked.length)));
    const part = make('h2', '', current.part);
    page.append(head, part, this.question(current));
    const actions = make('p', 'actions');
    if (at > 0) actions.append(button(this.words['back']!, 'btn q', () => this.go(asked[at - 1]!)));
    // Looked up when pressed: the answer just given may have opened or closed what follows.
    const next = button(this.words['next']!, 'btn', () => {
      const now = this.form.asked;
      const following = now[now.findIndex((each) => each.name === current.name) + 1];
      if (following) this.go(following);
      else this.draw();
    });
    if (at < asked.length - 1 || !this.isAnswered(current)) actions.append(next);
    page.append(actions);
    return page;
  }

  private isAnswered(asked: Asked): boolean {
    return asked.node.nodeType === 'note' || this.held.declined.includes(asked.name) || this.form.value(asked.name).length > 0;
  }

  private go(to: Asked): void {
    this.change({ place: to.name });
    this.draw(`q-${to.name}`);
  }

  private wholePage(): HTMLElement {
    const page = make('div', 'page');
    let part = '';
    for (const asked of this.form.asked) {
      if (asked.part !== part) page.append(make('h2', '', (part = asked.part)));
      page.append(this.question(asked));
    }
    return page;
  }

  private question(asked: Asked): HTMLElement {
    return field(asked, {
      declined: this.held.declined.includes(asked.name),
      problem: this.problems.get(asked.name) ?? null,
      words: this.words,
      answer: (value) => {
        const before = this.form.asked.map((each) => each.name).join();
        this.form.set(asked.name, value);
        this.problems.delete(asked.name);
        this.change({ answers: this.form.answers(), place: asked.name });
        if (before !== this.form.asked.map((each) => each.name).join()) this.drawAround();
      },
      decline: (declined) => {
        const others = this.held.declined.filter((each) => each !== asked.name);
        if (declined) this.form.set(asked.name, '');
        this.problems.delete(asked.name);
        this.change({ answers: this.form.answers(), declined: declined ? [...others, asked.name] : others, place: asked.name });
        this.draw();
        document.getElementById(`q-${asked.name}-declined`)?.focus();
      },
    });
  }

  /** Other questions came or went: drawn anew, with the focus where it was. */
  private drawAround(): void {
    const active = document.activeElement?.id ?? '';
    const caret = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.selectionStart : null;
    this.draw();
    const again = active ? document.getElementById(active) : null;
    again?.focus();
    if (again instanceof HTMLTextAreaElement && caret !== null) again.setSelectionRange(caret, caret);
  }

  private endings(): HTMLElement {
    const bar = make('p', 'actions');
    bar.append(
      button(this.words['pause']!, 'btn q', () => void this.end('paused')),
      button(this.words['finish']!, 'btn q', () => void this.end('finished')),
    );
    return bar;
  }

  private async end(state: 'paused' | 'finished'): Promise<void> {
    if (state === 'finished' && !this.isWhole()) return;
    this.change({ state });
    const sent = await this.sendNow();
    if (sent.as === 'refused') this.change({ state: 'open' });
    else if (sent.as !== 'conflict' && sent.as !== 'signed-out') this.leave(sent);
  }

  /** Shows the first thing that is missing, if there is one. */
  private isWhole(): boolean {
    this.problems = new Map(
      this.form.asked
        .filter((each) => !this.held.declined.includes(each.name))
        .map((each) => [each.name, this.form.problem(each, { missing: this.words['missing']!, wrong: this.words['wrong']! })] as const)
        .filter((each): each is readonly [string, string] => each[1] !== null),
    );
    const first = this.problems.keys().next().value;
    if (first === undefined) return true;
    this.held = { ...this.held, place: first };
    this.draw(`q-${first}`);
    this.say(this.words['not-whole']!.replace('{0}', String(this.problems.size)), 'wrong');
    return false;
  }
}
