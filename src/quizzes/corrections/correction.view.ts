import { type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import { letterOf } from '../questions/letters';
import { type Question, textKey } from '../questions/question';
import type { CorrectionForm } from './correction.form';
import type { KeyPage } from './correction-pages.service';
import { POLICIES } from './corrections';
import type { KeyFields } from './new-key';
import type { QuestionOfTeam } from './question-of-team.guard';

/** views/quizzes/correction.hbs: the key as it is, a form for another one, and what that would do. */
export function correctionPage(
  { chapter, slug, item }: QuestionOfTeam,
  { words, question, before, known, forAll, proposal, effects }: KeyPage,
  fields: KeyFields | null,
  given: CorrectionForm | null,
  errors: FormError[],
) {
  const address = `/chapters/${chapter.slug}`;
  const statistics = `${address}/quizzes/${slug}/statistics`;
  const now = proposal?.structure ?? question;
  return {
    formId: newId(),
    chapter: { name: chapter.name, address },
    quiz: { ...spoken(words.text('title')), address: statistics },
    stem: spoken(words.text(textKey(question, 'stem'))),
    type: question.type,
    action: `${statistics.replace(/statistics$/, 'corrections')}/${item.hash}`,
    control: controlOf(question, now, words, fields),
    forAll,
    before: before.map(({ at, policy, reason }) => ({ at, policy, reason })),
    proposal: proposal && {
      key: inWordsOf(now, words, proposal.texts),
      known: given?.known ?? String(known),
      reason: given?.reason ?? '',
      hidden: hiddenOf(fields),
      policies: POLICIES.map((policy) => ({
        policy,
        chosen: policy === (given?.policy ?? 'both'),
        ...effects![policy],
        told: effects![policy].gain + effects![policy].lose,
      })),
    },
    errors: errors.length ? errors : null,
  };
}

/** An answer that one press makes the right one. */
interface Press {
  key: string;
  letter: string;
  truth: boolean;
  text: ReturnType<typeof spoken> | null;
  right: boolean;
  chosen: boolean;
}

/** What the form needs for each type; lists that a type does not need are empty. */
function controlOf(question: Question, now: Question, words: Words, fields: KeyFields | null) {
  const text = (rest: string) => spoken(words.text(textKey(question, rest)));
  const nothing = { press: null as Press[] | null, picks: [], matches: [], places: [], gaps: [], number: null, more: null } as const;
  switch (question.type) {
    case 'single':
      return {
        ...nothing,
        press: question.options.map((key, index) => ({
          key,
          letter: letterOf(index),
          truth: false,
          text: text(`options.${key}.text`),
          right: key === question.right,
          chosen: now.type === 'single' && key === now.right,
        })),
      };
    case 'true-false':
      return {
        ...nothing,
        press: [true, false].map((value) => ({
          key: String(value),
          letter: '',
          truth: true,
          text: null,
          right: value === question.right,
          chosen: now.type === 'true-false' && value === now.right,
        })),
      };
    case 'multiple':
      return {
        ...nothing,
        picks: question.options.map((key) => ({
          key,
          text: text(`options.${key}.text`),
          chosen: now.type === 'multiple' && now.right.includes(key),
        })),
      };
    case 'matching': {
      const right = now.type === 'matching' ? new Map(now.items.map((item) => [item.key, item.right])) : new Map<string, string>();
      const choices = (item: string) =>
        question.options.map((key) => ({ key, text: text(`options.${key}.text`), chosen: right.get(item) === key }));
      return { ...nothing, matches: question.items.map(({ key }) => ({ key, text: text(`items.${key}.text`), choices: choices(key) })) };
    }
    case 'ordering': {
      const order = now.type === 'ordering' ? now.options : question.options;
      return {
        ...nothing,
        places: question.options.map((key) => ({
          key,
          text: text(`options.${key}.text`),
          place: fields?.part[key] ?? String(order.indexOf(key) + 1),
        })),
      };
    }
    case 'gap-text': {
      const right =
        now.type === 'gap-text' ? new Map(now.gaps.map((gap) => [gap.key, gap.typed ? '' : gap.right])) : new Map<string, string>();
      return {
        ...nothing,
        gaps: question.gaps.map((gap, index) => ({
          key: gap.key,
          number: index + 1,
          choices: gap.typed
            ? null
            : gap.options.map((key) => ({
                key,
                text: text(`gaps.${gap.key}.options.${key}.text`),
                chosen: right.get(gap.key) === key,
              })),
          more: gap.typed ? (fields?.part[gap.key] ?? '') : '',
        })),
      };
    }
    case 'number': {
      const typed = now.type === 'number' ? now : question;
      return {
        ...nothing,
        number: { value: fields?.answer[0] ?? String(typed.value), tolerance: fields?.tolerance || String(typed.tolerance) },
      };
    }
    case 'short-text':
      return {
        ...nothing,
        more: {
          text: fields?.more ?? '',
          answers: question.answers
            .filter(({ key }) => words.has(textKey(question, `answers.${key}.text`)))
            .map(({ key, percent }) => ({ text: text(`answers.${key}.text`), percent })),
        },
      };
    case 'essay':
    case 'description':
      return nothing;
  }
}

/** The new key as somebody says it. */
function inWordsOf(question: Question, words: Words, texts: Readonly<Record<string, string>>): string[] {
  const option = (key: string) => words.text(textKey(question, `options.${key}.text`)).text;
  switch (question.type) {
    case 'single':
      return [option(question.right)];
    case 'multiple':
      return question.right.map(option);
    case 'ordering':
      return question.options.map(option);
    case 'matching':
      return question.items.map(({ key, right }) => `${words.text(textKey(question, `items.${key}.text`)).text} – ${option(right)}`);
    case 'number':
      return [question.tolerance ? `${question.value} ± ${question.tolerance}` : String(question.value)];
    case 'gap-text':
      return [
        ...question.gaps.flatMap((gap) =>
          gap.typed ? [] : [words.text(textKey(question, `gaps.${gap.key}.options.${gap.right}.text`)).text],
        ),
        ...Object.values(texts),
      ];
    case 'short-text':
    case 'true-false': // said by its own phrase
    case 'essay':
    case 'description':
      return Object.values(texts);
  }
}

/** What the panel sends again: the key as it was chosen. */
function hiddenOf(fields: KeyFields | null): { name: string; value: string }[] {
  if (!fields) return [];
  const { answer, part, more, tolerance } = fields;
  return [
    ...answer.map((value) => ({ name: 'answer', value })),
    ...Object.entries(part).map(([key, value]) => ({ name: `part.${key}`, value })),
    ...(more ? [{ name: 'more', value: more }] : []),
    ...(tolerance ? [{ name: 'tolerance', value: tolerance }] : []),
  ];
}
