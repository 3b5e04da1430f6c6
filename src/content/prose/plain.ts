/** What a lesson may not hold is shown as the text that was typed: HTML, pictures, blocks nobody knows, attributes beyond a short list. */
import { lineOf, Note, Token, token } from './parser';

const ATTRIBUTES = ['href', 'rel', 'class', 'id', 'start'];

/** Takes away every attribute that is not on the list, such as the style that a table's columns bring. */
export function strip(tokens: Token[]): void {
  for (const each of tokens) {
    each.attrs = each.attrs?.filter(([name]) => ATTRIBUTES.includes(name)) ?? null;
    each.info = '';
    if (each.children) strip(each.children);
  }
}

/** Pictures are not part of lessons in this version. */
export function picturesAsText(tokens: Token[], note: Note): void {
  for (const inline of tokens) {
    inline.children =
      inline.children?.map((child) => {
        if (child.type !== 'image') return child;
        note('content.problem.picture-shown-as-text', lineOf(inline), { text: child.content });
        return token('text', '', 0, { content: `![${child.content}](${child.attrGet('src')})` });
      }) ?? null;
  }
}

/** HTML is printed escaped by the parser; the author should know. */
export function noteHtml(tokens: Token[], note: Note): void {
  for (const inline of tokens) {
    for (const { type, content } of inline.children ?? []) {
      const tag = type === 'text' ? /<(?:\/?[a-z][^<>]*>|!--)/i.exec(content) : null;
      if (tag) note('content.problem.html-shown-as-text', lineOf(inline), { text: tag[0].slice(0, 40) });
    }
  }
}

/** Lines that look like the beginning or the end of a block, and are none. */
export function noteStrayBlocks(tokens: Token[], note: Note): void {
  for (const inline of tokens) {
    if (inline.type !== 'inline') continue;
    inline.content.split('\n').forEach((text, index) => {
      const line = inline.map ? inline.map[0] + index + 1 : null;
      if (text.startsWith(':::')) note('content.problem.block-unknown', line, { text: text.slice(0, 40) });
    });
  }
}

const HAN = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;

/** A line break between two Chinese characters is not a space. */
export function joinHanLines(tokens: Token[]): void {
  for (const inline of tokens) {
    const { children } = inline;
    inline.children =
      children?.filter(({ type }, index) => {
        const [before, after] = [children[index - 1]?.content.at(-1) ?? '', children[index + 1]?.content.at(0) ?? ''];
        return !(type === 'softbreak' && HAN.test(before) && HAN.test(after));
      }) ?? null;
  }
}
