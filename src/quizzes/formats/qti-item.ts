/** What an item of QTI says about right answers: declarations of responses, and mappings that give them worth. */
import { type HtmlLoss, textOfHtml } from './html-text';
import type { ImportProblemKey } from './import-problems';
import type { Details } from './imported';
import { cleaned } from './names';
import { htmlOf } from './qti-words';
import type { TellAt } from './telling';
import { everyBelow, type Element, first, within, wordsOf } from './xml';

export interface Response {
  baseType: string;
  cardinality: string;
  correct: string[];
  /** null where all right answers are worth the same */
  mapping: { key: string; value: number; caseSensitive: boolean }[] | null;
}

export class QtiItem {
  private readonly lost = new Map<HtmlLoss, number>();

  constructor(
    readonly root: Element,
    private readonly telling: TellAt,
  ) {}

  get body(): Element | undefined {
    return first(this.root, 'itemBody');
  }

  get interactions(): Element[] {
    return this.body ? below(this.body).filter(({ name }) => name.endsWith('Interaction') && name !== 'endAttemptInteraction') : [];
  }

  responseOf(interaction: Element): Response | null {
    const id = interaction.attributes.responseIdentifier ?? '';
    const declared = within(this.root, 'responseDeclaration').find(({ attributes }) => attributes.identifier === id);
    if (!declared) return null;
    const mapping = first(declared, 'mapping');
    return {
      baseType: declared.attributes.baseType ?? 'string',
      cardinality: declared.attributes.cardinality ?? 'single',
      correct: within(first(declared, 'correctResponse'), 'value').map((value) => cleaned(wordsOf(value))),
      mapping: mapping
        ? within(mapping, 'mapEntry').map(({ attributes }) => ({
            key: cleaned(attributes.mapKey ?? ''),
            value: Number(attributes.mappedValue),
            caseSensitive: attributes.caseSensitive === 'true',
          }))
        : null,
    };
  }

  /** An element's text, without what asks or answers in it. */
  text(element: Element | undefined, gap?: (interaction: Element) => string): string {
    if (!element) return '';
    const { text, lost } = textOfHtml(htmlOf(element, gap));
    for (const each of lost) if (!this.lost.has(each)) this.lost.set(each, element.line);
    return cleaned(text);
  }

  /** What is said about one choice. */
  feedbackIn(choice: Element): string {
    return this.text(first(choice, 'feedbackInline') ?? first(choice, 'feedbackBlock'));
  }

  /** What is said in the end, by the identifier under which it is shown. */
  modal(identifier: RegExp): string {
    const found = within(this.root, 'modalFeedback').filter(({ attributes }) => identifier.test(attributes.identifier ?? ''));
    return cleaned(found.map((each) => this.text(first(each, 'contentBody') ?? each)).join('\n\n'));
  }

  tell(key: ImportProblemKey, details: Details = {}, line = this.root.line): null {
    this.telling(line, key, details);
    return null;
  }

  tellLosses(): void {
    for (const [kind, line] of this.lost) this.telling(line, `formats.problem.html-${kind}`);
  }

  /** How far a number may be off, as its own rules say. */
  get tolerance(): number {
    const equal = everyBelow(this.root, 'equal').find(({ attributes }) => attributes.toleranceMode === 'absolute');
    const off = Number((equal?.attributes.tolerance ?? '0').split(/\s+/)[0]);
    return Number.isFinite(off) && off >= 0 ? off : 0;
  }
}

function below(element: Element): Element[] {
  return within(element).flatMap((one) => [one, ...below(one)]);
}
