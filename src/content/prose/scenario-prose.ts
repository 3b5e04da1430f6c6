/** Words of a scenario as HTML. What was printed lately is not parsed again: a room prints its brief with every look at it. */
import { renderMarkdown } from './markdown';

const LATELY = 300;
const printed = new Map<string, string>();

export function scenarioProse(text: string): string {
  const known = printed.get(text);
  if (known !== undefined) return known;
  if (printed.size >= LATELY) printed.delete(printed.keys().next().value!);
  const { html } = renderMarkdown(text, { idea: '' });
  printed.set(text, html);
  return html;
}
