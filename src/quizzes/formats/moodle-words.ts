/** The texts of one Moodle question: in whichever of its four formats, as plain text, with a note of what is lost. */
import type { ImportProblemKey } from './import-problems';
import { type HtmlLoss, looksLikeHtml, textOfHtml } from './html-text';
import type { Description, Details } from './imported';
import { cleaned } from './names';
import type { TellAt } from './telling';
import { type Element, first, within, wordsOf } from './xml';

export type About = Omit<Description, 'type'>;

export class MoodleWords {
  private readonly lost = new Map<HtmlLoss, number>();

  constructor(
    private readonly question: Element,
    private readonly telling: TellAt,
  ) {}

  get isMarkdown(): boolean {
    return first(this.question, 'questiontext')?.attributes.format === 'markdown';
  }

  /** What stands in `<text>`; HTML where nothing else is said and it looks like it. */
  of(element: Element | undefined): string {
    if (!element) return '';
    const text = first(element, 'text');
    const source = text ? wordsOf(text) : wordsOf(element);
    if (within(element, 'file').length) this.lose('picture', element.line);
    const format = element.attributes.format ?? (looksLikeHtml(source) ? 'html' : 'plain_text');
    if (format === 'plain_text' || format === 'markdown') return cleaned(source);
    const { text: plain, lost } = textOfHtml(source, format === 'moodle_auto_format');
    for (const each of lost) this.lose(each, element.line);
    return cleaned(plain);
  }

  /** Words that have no format: answers to type, right sides of pairs. */
  plain(element: Element | undefined): string {
    return cleaned(wordsOf(first(element, 'text') ?? undefined) || (element && !first(element, 'text') ? wordsOf(element) : ''));
  }

  tell(key: ImportProblemKey, details: Details = {}, line = this.question.line): null {
    this.telling(line, key, details);
    return null;
  }

  tellLosses(): void {
    for (const [kind, line] of this.lost) this.telling(line, `formats.problem.html-${kind}`);
  }

  private lose(kind: HtmlLoss, line: number): void {
    if (!this.lost.has(kind)) this.lost.set(kind, line);
  }
}
