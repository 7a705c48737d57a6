import { createInstance, type AnyNode, type InputNode, type NoteNode, type RootNode, type SelectNode } from '@getodk/xforms-engine';

/** What stands on a page: a question, or words for the interviewer. */
export interface Asked {
  name: string;
  node: InputNode | SelectNode | NoteNode;
  /** The title of the part it belongs to. */
  part: string;
}

/** One instrument with its answers, run by ODK's engine. */
export class InterviewForm {
  private readonly every: Asked[] = [];

  private constructor(private readonly root: RootNode) {
    this.collect(root.currentState.children, () => '');
  }

  static async load(xform: string, language: string, answers: Record<string, string>): Promise<InterviewForm> {
    const instance = await createInstance(xform, { instance: { preloadProperties: { deviceID: 'faro' } } });
    const form = new InterviewForm(instance.root);
    form.speak(language);
    // What is asked may hang on an answer further down.
    for (let round = 0; round < 2; round++) {
      for (const [name, value] of Object.entries(answers)) form.set(name, value);
    }
    return form;
  }

  /** Languages of the instrument, as in "Español (es)". */
  get languages(): string[] {
    return this.root.languages.flatMap((each) => (each.isSyntheticDefault ? [] : [each.language]));
  }

  /** In the language of these two letters, or of this name, if it has it. */
  speak(language: string): void {
    const found = this.root.languages.find(
      (each) => !each.isSyntheticDefault && (each.language === language || each.language.endsWith(`(${language})`)),
    );
    if (found && !found.isSyntheticDefault) this.root.setLanguage(found);
  }

  /** What is to be asked now, in order. */
  get asked(): Asked[] {
    return this.every.filter((each) => each.node.currentState.relevant);
  }

  value(name: string): string {
    return this.every.find((each) => each.name === name)?.node.currentState.instanceValue ?? '';
  }

  set(name: string, value: string): void {
    const node = this.every.find((each) => each.name === name)?.node;
    if (node?.nodeType === 'select') node.selectValues(value.split(' ').filter((code) => code && node.getValueOption(code)));
    else if (node?.nodeType === 'input') node.setValue(value);
  }

  answers(): Record<string, string> {
    const said = this.asked
      .filter((each) => each.node.nodeType !== 'note')
      .map((each) => [each.name, each.node.currentState.instanceValue] as const);
    return Object.fromEntries(said.filter(([, value]) => value.length > 0));
  }

  /** Why an answer cannot stand; null when it can. */
  problem(asked: Asked, words: { missing: string; wrong: string }): string | null {
    const violation = asked.node.validationState.violation;
    if (!violation) return null;
    return violation.message?.asString || (violation.condition === 'required' ? words.missing : words.wrong);
  }

  private collect(nodes: readonly AnyNode[], part: () => string): void {
    for (const node of nodes) {
      const name = node.currentState.reference.split('/').at(-1)!;
      if (node.nodeType === 'group') this.collect(node.currentState.children as readonly AnyNode[], () => node.currentState.label?.asString ?? part());
      else if (node.nodeType === 'input' || node.nodeType === 'select' || node.nodeType === 'note') {
        this.every.push({
          name,
          node: node as Asked['node'],
          get part() {
            return part();
          },
        });
      }
    }
  }
}
