/** Texts of a scenario where there is room for a line only. */
import { graphemesOf } from '../../kernel/text';

const LINE = 70;

/** The beginning of a text that is too long for a line, up to a word's end where there are spaces; `most` letters as people count them. */
export function cut(text: string, most = LINE): string {
  const letters = graphemesOf(text);
  if (letters.length <= most) return text;
  const whole = letters.slice(0, most).join('');
  const space = whole.lastIndexOf(' ');
  return `${whole.slice(0, space > whole.length / 2 ? space : undefined)}…`;
}
