/** What each way of asking in QTI is here. Null when an error was told. */
import { typedNumber } from '../../kernel/digits';
import { checkedChoices } from './choices';
import type { Choice, Description, Imported, ImportedGap } from './imported';
import type { QtiItem, Response } from './qti-item';
import { type Element, first, within } from './xml';

export type About = Omit<Description, 'type'>;

type Rubric = { text: string; points: number }[];

export function interactionOf(item: QtiItem, asking: Element[], about: About, rubric: Rubric): Imported | null {
  const [one] = asking;
  if (asking.every(({ name }) => name === 'inlineChoiceInteraction' || name === 'textEntryInteraction')) return inText(item, asking, about);
  if (asking.length > 1) return item.tell('formats.problem.qti-several');
  if (one!.name === 'extendedTextInteraction') return { ...about, type: 'essay', mostWords: null, rubric };
  const read = Object.hasOwn(BLOCKS, one!.name) ? BLOCKS[one!.name] : undefined;
  if (!read) return item.tell('formats.problem.qti-interaction-unknown', { name: one!.name }, one!.line);
  const response = item.responseOf(one!);
  if (!response || (!response.correct.length && !response.mapping?.length))
    return item.tell('formats.problem.qti-no-response', {}, one!.line);
  return read(item, one!, response, about);
}

type Reads = (item: QtiItem, interaction: Element, response: Response, about: About) => Imported | null;

const BLOCKS: Record<string, Reads> = {
  choiceInteraction: (item, interaction, response, about) => {
    const choices = within(interaction, 'simpleChoice').map((choice) => ({
      id: choice.attributes.identifier ?? '',
      text: item.text(choice),
      feedback: item.feedbackIn(choice),
    }));
    if (choices.length === 2 && choices.every(({ id }) => /^(?:true|false)$/i.test(id)) && response.correct.length === 1) {
      const right = response.correct[0]!.toLowerCase() === 'true';
      const said = (truth: boolean) => choices.find(({ id }) => (id.toLowerCase() === 'true') === truth)?.feedback ?? '';
      return { ...about, type: 'true-false', right, whenRight: said(right) || about.whenRight, whenWrong: said(!right) || about.whenWrong };
    }
    const single = response.cardinality === 'single';
    const worth = worthOf(response, single);
    const options: Choice[] = choices.map(({ id, text, feedback }) => ({ text, feedback, percent: worth(id) }));
    return checkedChoices(single, options, (key, details) => item.tell(key, details))
      ? { ...about, type: single ? 'single' : 'multiple', options }
      : null;
  },
  orderInteraction: (item, interaction, response, about) => {
    const choices = new Map(within(interaction, 'simpleChoice').map((choice) => [choice.attributes.identifier, item.text(choice)]));
    const items = response.correct.flatMap((id) => choices.get(id) ?? []);
    if (items.length < 2 || items.length !== choices.size || items.includes('')) return item.tell('formats.problem.too-few-options');
    return { ...about, type: 'ordering', items };
  },
  matchInteraction: (item, interaction, response, about) => {
    const [left = new Map<string, string>(), right = new Map<string, string>()] = within(interaction, 'simpleMatchSet').map((set) =>
      choicesIn(item, set),
    );
    return paired(item, left, right, response, about);
  },
  associateInteraction: (item, interaction, response, about) => {
    const all = choicesIn(item, interaction);
    return paired(item, all, all, response, about);
  },
};

const choicesIn = (item: QtiItem, set: Element): Map<string, string> =>
  new Map(within(set, 'simpleAssociableChoice').map((choice) => [choice.attributes.identifier ?? '', item.text(choice)]));

function paired(
  item: QtiItem,
  left: Map<string, string>,
  right: Map<string, string>,
  { correct, mapping }: Response,
  about: About,
): Imported | null {
  const said = correct.length ? correct : (mapping ?? []).filter(({ value }) => value > 0).map(({ key }) => key);
  const pairs = said.map((pair) => pair.split(/\s+/)).map(([a, b]) => ({ a: a ?? '', b: b ?? '' }));
  const read = pairs.map(({ a, b }) => ({ left: left.get(a) ?? '', right: right.get(b) ?? '' }));
  if (read.some((pair) => !pair.left || !pair.right)) return item.tell('formats.problem.empty-answer');
  if (read.length < 2 || new Set(pairs.map(({ a }) => a)).size < pairs.length) return item.tell('formats.problem.too-few-pairs');
  const used = new Set(pairs.flatMap(({ a, b }) => (left === right ? [a, b] : [b])));
  return {
    ...about,
    type: 'matching',
    pairs: read,
    distractors: [...right]
      .filter(([id]) => !used.has(id))
      .map(([, text]) => text)
      .filter(Boolean),
  };
}

/** What each choice is worth, in percent: a mapping against its best, or equal parts for all that are right. */
function worthOf({ correct, mapping }: Response, single: boolean): (id: string) => number {
  if (!mapping?.length) {
    const share = single ? 100 : Math.round(1e7 / Math.max(1, correct.length)) / 1e5;
    return (id) => (correct.includes(id) ? share : single ? 0 : -share);
  }
  const values = mapping.map(({ value }) => (Number.isFinite(value) ? value : 0));
  const most = single ? Math.max(...values) : values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const whole = Math.abs(most - 1) < 0.001 ? 1 : most; // three times 33.33333 percent
  return (id) => {
    const value = mapping.find(({ key }) => key === id)?.value ?? 0;
    return whole > 0 && Number.isFinite(value) ? Math.round((value / whole) * 1e7) / 1e5 : 0;
  };
}

/** Answers in the midst of a text: one to type alone is a short text or a number, otherwise it has gaps. */
function inText(item: QtiItem, asking: Element[], about: About): Imported | null {
  const responses = asking.map((each) => item.responseOf(each));
  const missing = responses.findIndex((response) => !response || (!response.correct.length && !response.mapping?.length));
  if (missing >= 0) return item.tell('formats.problem.qti-no-response', {}, asking[missing]!.line);
  if (asking.length === 1 && asking[0]!.name === 'textEntryInteraction' && asking[0]!.attributes.class !== 'gap')
    return typed(item, asking[0]!, responses[0]!, about);
  const gaps: ImportedGap[] = [];
  let failed = false;
  const whole = item.text(item.body, (interaction) => {
    const at = asking.indexOf(interaction);
    const gap = at < 0 ? null : gapOf(item, String(at + 1), interaction, responses[at]!);
    if (gap) gaps.push(gap);
    else failed ||= at >= 0;
    return at < 0 ? '' : `{{${at + 1}}}`;
  });
  if (failed) return item.tell('formats.problem.no-answers');
  const [before, ...after] = whole.split('\n\n');
  const parted = after.length && !before!.includes('{{');
  return { ...about, type: 'gap-text', stem: parted ? before! : '', text: parted ? after.join('\n\n') : whole, gaps };
}

function typed(item: QtiItem, interaction: Element, { baseType, correct, mapping }: Response, about: About): Imported | null {
  const stem = item
    .text(item.body, (one) => (one === interaction ? ' _____ ' : ''))
    .replace(/^ ?_____\s*|\s*_____$/, '')
    .trim();
  const said = mapping?.length ? mapping : correct.map((key) => ({ key, value: 1, caseSensitive: false }));
  const most = Math.max(...said.map(({ value }) => value));
  const worth = (value: number) => (most > 0 && Number.isFinite(value) ? Math.round((value / most) * 1e7) / 1e5 : 0);
  if (baseType === 'float' || baseType === 'integer') {
    const answers = said.map(({ key, value }) => ({
      value: typedNumber(key) ?? Number(key),
      tolerance: item.tolerance,
      percent: worth(value),
      feedback: '',
    }));
    const wrong = answers.findIndex(({ value }) => !Number.isFinite(value));
    if (wrong >= 0) return item.tell('formats.problem.not-a-number', { text: said[wrong]!.key });
    return { ...about, stem, type: 'number', answers, units: [] };
  }
  const answers = said.filter(({ key }) => key).map(({ key, value }) => ({ text: key, percent: worth(value), feedback: '' }));
  if (!answers.length) return item.tell('formats.problem.no-answers');
  return { ...about, stem, type: 'short-text', answers, matchCase: said.some(({ caseSensitive }) => caseSensitive) };
}

function gapOf(item: QtiItem, key: string, interaction: Element, { correct, mapping }: Response): ImportedGap | null {
  const best = Math.max(0, ...(mapping ?? []).map(({ value }) => value));
  const right = [...new Set([...correct, ...(mapping ?? []).filter(({ value }) => value > 0 && value === best).map((each) => each.key)])];
  if (interaction.name === 'textEntryInteraction') return { key, typed: true, answers: right.filter(Boolean), feedback: '' };
  const choices = within(interaction, 'inlineChoice').map((choice) => ({
    id: choice.attributes.identifier,
    text: item.text(choice),
    feedback: item.text(first(choice, 'feedbackInline')),
  }));
  const place = choices.findIndex(({ id }) => id === right[0]);
  return choices.length < 2 || place < 0
    ? null
    : { key, typed: false, options: choices.map(({ text, feedback }) => ({ text, feedback })), right: place, feedback: '' };
}
