/** One item of QTI 2.1 or 3.0 as a question. */
import { type Imported, type ReadFile } from './imported';
import { shortened } from './names';
import { type About, interactionOf } from './qti-interactions';
import { QtiItem } from './qti-item';
import { inVersion2 } from './qti-words';
import { rubricIn } from './moodle-types';
import { readFrom, telling, type TellAt, unread } from './telling';
import { type Element, everyBelow, first, readXml, within, wordsOf } from './xml';

const TEMPLATES = /\/(?:match_correct|map_response)(?:\.xml)?$/;

/** What a package's list says of an item. */
export interface Listed {
  id: string | null;
  tags: string[];
}

/** A file with nothing but one item. */
export function readQtiItem(file: string): ReadFile {
  const { problems, tell } = telling();
  const { root, fault } = readXml(file);
  if (!root) return unread(fault.line, fault.key);
  const item = inVersion2(root);
  if (item.name !== 'assessmentItem') return unread(root.line, 'formats.problem.xml-other', { name: root.name });
  const question = readItem(item, { id: null, tags: [] }, tell);
  return readFrom(question ? [question] : [], problems);
}

export function readItem(root: Element, { id, tags }: Listed, tell: TellAt): Imported | null {
  const item = new QtiItem(root, tell);
  const asking = item.interactions;
  const points = Number(wordsOf(first(first(outcome(root, 'MAXSCORE'), 'defaultValue'), 'value'))) || 1;
  const stem = item.text(item.body);
  const prompt = asking.map((each) => item.text(first(each, 'prompt'))).filter(Boolean);
  const asked = [stem, ...prompt].filter(Boolean).join('\n\n');
  const about: About = {
    line: root.line,
    name: (root.attributes.title ?? '').replace(/\s+/g, ' ').trim() || shortened(asked),
    id,
    tags,
    category: [],
    stem: asked,
    markup: 'plain',
    feedback: item.modal(/^(?!right$|wrong$|correct$|incorrect$)/i),
    whenRight: item.modal(/^(?:right|correct)$/i),
    whenWrong: item.modal(/^(?:wrong|incorrect)$/i),
    points: Number.isInteger(points) && points > 0 && points <= 100 ? points : 1,
    hints: [],
    penalty: null,
  };
  const rubric = everyBelow(root, 'rubricBlock').map((block) => item.text(block));
  const question = asking.length
    ? interactionOf(item, asking, about, rubricIn(rubric.join('\n')))
    : ({ ...about, type: 'description', points: 0 } as const);
  if (!question) return null;
  const rules = first(root, 'responseProcessing');
  if (rules && !TEMPLATES.test(rules.attributes.template ?? '') && !isOwn(rules))
    item.tell('formats.problem.qti-processing', {}, rules.line);
  item.tellLosses();
  return question;
}

/** Rules that say no more than a template does: one condition that sets the score, as for a number with a tolerance. */
function isOwn(rules: Element): boolean {
  const conditions = everyBelow(rules, 'responseCondition');
  return conditions.length === 0
    ? within(rules).length === 0 || everyBelow(rules, 'mapResponse').length > 0
    : conditions.length === 1 && everyBelow(rules, 'equal').length === 1;
}

const outcome = (root: Element, identifier: string): Element | undefined =>
  within(root, 'outcomeDeclaration').find(({ attributes }) => attributes.identifier === identifier);
