/** The border to markdown-it: the one file that imports it. Lesson text is CommonMark without HTML; what stands on it knows only tokens. */
import MarkdownIt from 'markdown-it';
import { ProblemKey } from '../problem';

export type Token = MarkdownIt.Token;
export type BlockState = MarkdownIt.StateBlock;

/** Writes down something for the author; the line is counted from 1 within the text. */
export type Note = (key: ProblemKey, line: number | null, details?: Record<string, string | number>) => void;

/** Recognises lines that open a block of our own: true when it took them. */
export type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

export interface Extensions {
  block: BlockRule;
  /** how tokens of our own are printed, by type */
  printers: Record<string, (token: Token) => string>;
  /** whether an address may become a link; otherwise it stays text */
  linkable: (address: string) => boolean;
}

export interface Parser {
  parse(source: string): Token[];
  print(tokens: Token[]): string;
}

export function parserWith({ block, printers, linkable }: Extensions): Parser {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = linkable;
  markdown.block.ruler.before('fence', 'block', block, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  for (const [type, print] of Object.entries(printers)) {
    markdown.renderer.rules[type] = (tokens, index) => print(tokens[index]!);
  }
  return {
    parse: (source) => markdown.parse(source, {}),
    print: (tokens) => markdown.renderer.render(tokens, markdown.options, {}),
  };
}

const TokenClass = new MarkdownIt().core.State.prototype.Token;

export function token(type: string, tag: string, nesting: -1 | 0 | 1, set: Partial<Token> = {}): Token {
  return Object.assign(new TokenClass(type, tag, nesting), set);
}

/** The line on which a block begins, counted from 1. */
export function lineOf(block: Token): number | null {
  return block.map ? block.map[0] + 1 : null;
}

/** Text as HTML shows it unchanged. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
