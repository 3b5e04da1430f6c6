/** QTI 2.1 and 3.0 as one: version 3 says `qti-choice-interaction` and `response-identifier` where version 2 says `choiceInteraction` and `responseIdentifier`. */
import { escapedXml, type Element, isElement } from './xml';

/** A whole tree in the words of version 2. */
export function inVersion2(element: Element): Element {
  const attributes = Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [camel(name), value]));
  const children = element.children.map((child) => (isElement(child) ? inVersion2(child) : child));
  return { ...element, name: element.name.startsWith('qti-') ? camel(element.name.slice(4)) : element.name, attributes, children };
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Elements that ask, and that say something afterwards: no part of the text round them. */
const APART = /Interaction$|^(?:prompt|feedbackInline|feedbackBlock|modalFeedback|rubricBlock|responseDeclaration|stylesheet)$/;

/** As HTML; in place of each interaction stands what `gap` says. */
export function htmlOf(element: Element, gap: (interaction: Element) => string = () => ''): string {
  return element.children.map((child) => (isElement(child) ? htmlOfElement(child, gap) : escapedXml(child))).join('');
}

function htmlOfElement(child: Element, gap: (interaction: Element) => string): string {
  if (APART.test(child.name)) return escapedXml(gap(child));
  const attributes = Object.entries(child.attributes).map(([name, value]) => ` ${name}="${escapedXml(value)}"`);
  return `<${child.name}${attributes.join('')}>${htmlOf(child, gap)}</${child.name}>`;
}
