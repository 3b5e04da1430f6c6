/** Lesson text: Markdown in, safe HTML out. It can hold no script, no style and no HTML of its own, whatever was typed. */
import { Language } from '../../kernel/language';
import { ProblemKey } from '../problem';
import { Glossary, printGloss, withGlosses } from './glosses';
import { Heading, markHeadings } from './headings';
import { ideaRule } from './idea';
import { checkAnchors, markLinks } from './links';
import { escaped, Note, Parser, parserWith, Token } from './parser';
import { joinHanLines, noteHtml, noteStrayBlocks, picturesAsText, strip } from './plain';
import { withFooters } from './quotations';

export interface ProseSettings {
  /** what stands above a key idea */
  idea: string;
  glossary?: Glossary;
  /** the text's own language; a glossary entry in another one says so */
  language?: Language;
}

export interface ProseProblem {
  key: ProblemKey;
  /** counted from 1 within the text */
  line: number | null;
  details: Record<string, string | number>;
}

export interface Prose {
  html: string;
  headings: Heading[];
  /** keys of the glossary that the text links to */
  terms: string[];
  problems: ProseProblem[];
}

export function renderMarkdown(source: string, settings: ProseSettings): Prose {
  const { problems, note } = notes();
  const refused = new Set<string>();
  const parser = lessonParser(settings, note, refused);
  const parsed = parser.parse(source);
  noteStrayBlocks(parsed, note);
  const headings = markHeadings(parsed, note);
  markLinks(parsed, (term) => Object.hasOwn(settings.glossary ?? {}, term), note);
  checkAnchors(parsed, headings, note);
  picturesAsText(parsed, note);
  noteHtml(parsed, note);
  for (const text of refused) note('content.problem.link-shown-as-text', lineWith(source, text), { text: text.slice(0, 80) });
  const { tokens, used } = shaped(parsed);
  return { html: parser.print(tokens), headings, terms: used, problems: inOrder(problems) };
}

function lessonParser({ idea, glossary = {}, language }: ProseSettings, note: Note, refused: Set<string>): Parser {
  return parserWith({
    block: ideaRule(note),
    printers: {
      idea_open: () => `<aside class="idea"><p class="lab">${escaped(idea)}</p>\n`,
      gloss: ({ meta: { key } }: { meta: { key: string } }) => printGloss(key, glossary[key]!, language),
    },
    linkable: (address) => /^(https?:\/\/|mailto:|#)/i.test(address) || (refused.add(address), false),
  });
}

function shaped(parsed: Token[]): { tokens: Token[]; used: string[] } {
  joinHanLines(parsed);
  strip(parsed);
  if (parsed[0]?.type === 'paragraph_open') parsed[0].attrSet('class', 'first');
  return withGlosses(withFooters(parsed));
}

/** Each problem once for a line: the parser may look at a line several times. */
function notes(): { problems: Map<string, ProseProblem>; note: Note } {
  const problems = new Map<string, ProseProblem>();
  const note: Note = (key, line, details = {}) => {
    const known = key === 'content.problem.block-unknown' && problems.has(`content.problem.block-not-closed ${line} {}`);
    if (!known) problems.set(`${key} ${line} ${JSON.stringify(details)}`, { key, line, details });
  };
  return { problems, note };
}

function inOrder(problems: Map<string, ProseProblem>): ProseProblem[] {
  return [...problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function lineWith(source: string, text: string): number | null {
  const at = source.indexOf(text);
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}
