import { gapsIn } from '../../../content/gaps';
import { newId } from '../../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../../../kernel/language';
import type { FormError } from '../../../web/forms/form.pipe';
import { titleOf, type Written } from '../../questions/written';
import type { Bank } from '../bank.guard';
import type { BankQuestion } from '../bank-question.entity';
import type { TryForm } from '../bank.form';
import { coverageOf } from '../bound';
import { letterAt } from '../parts';
import { addressOf, placeOf } from '../place';
import { previewOf } from '../preview.view';
import { checks } from './checks';
import { type Draft, type List, typeOf, TYPES } from './draft';
import type { Beside } from './writing-pages.service';

export interface Writing {
  draft: Draft;
  /** What the form means as it stands. */
  written: Written;
  question: BankQuestion | null;
  beside: Beside;
  tried?: TryForm | null;
  errors?: FormError[];
  grown?: List | null;
}

/** views/quizzes/bank-write.hbs: one question in its form, with what is to be said about it and how it looks. */
export function bankWritePage(bank: Bank, { draft, written, question, beside, tried = null, errors = [], grown = null }: Writing) {
  const address = addressOf(bank);
  const type = typeOf(draft);
  const own = question && `${address}/${question.id}`;
  const begun = question !== null || draft.stem !== '' || tried !== null;
  return {
    ...placeOf(bank),
    formId: newId(),
    action: own ?? `${address}/new`,
    title: question && titleOf(question),
    language: written.language,
    direction: directionOf(written.language),
    version: question ? String(question.version) : '',
    archived: Boolean(question?.archivedAt),
    lookAddress: own && `${own}/look`,
    historyAddress: own && `${own}/history`,
    draft,
    kind: type, // not `type`: the pieces for fields have one of their own
    types: TYPES.map((value) => ({ value, selected: value === type })),
    languages: question ? [] : LANGUAGES.map((code) => ({ code, name: LANGUAGE_NAMES[code], selected: code === written.language })),
    translations: question ? translations(question, own!) : [],
    ...rows(draft, grown),
    categories: beside.categories,
    checks: begun ? checks(written) : [],
    alike: beside.alike.map((one) => ({ ...one, direction: directionOf(one.language) })),
    preview: previewOf(question ? { ...written, bound: question.bound } : written, written.language, tried),
    errors: errors.length ? errors : null,
  };
}

function rows(draft: Draft, grown: List | null) {
  const type = typeOf(draft);
  const at = (keys: readonly string[], list: List, key: string, index: number) => ({
    key,
    letter: letterAt(index),
    first: index === 0,
    last: index === keys.length - 1,
    focus: grown === list && index === keys.length - 1,
  });
  const picks = type === 'single' ? 'radio' : type === 'multiple' ? 'checkbox' : null;
  const options = draft.options.map((key, index) => ({
    ...at(draft.options, 'options', key, index),
    text: draft.option[key] ?? '',
    mark: draft.mark[key] ?? '',
    told: draft.told[key] ?? '',
    right: draft.right.includes(key),
    open: Boolean(draft.mark[key] || draft.told[key]),
  }));
  return {
    picks,
    marks: ['single', 'multiple', 'short-text'].includes(type),
    moves: type === 'ordering',
    hasOptions: ['single', 'multiple', 'short-text', 'matching', 'ordering'].includes(type),
    options,
    items: draft.items.map((key, index) => ({
      ...at(draft.items, 'items', key, index),
      text: draft.item[key] ?? '',
      choices: options.map((option) => ({
        key: option.key,
        letter: option.letter,
        text: option.text,
        selected: draft.match[key] === option.key,
      })),
    })),
    truths:
      type === 'true-false'
        ? [true, false].map((right) => ({ value: String(right), right, chosen: draft.right.includes(String(right)) }))
        : [],
    others: draft.others.map((key, index) => ({
      ...at(draft.others, 'others', key, index),
      value: draft.other[key] ?? '',
      tolerance: draft.othertolerance[key] ?? '',
      mark: draft.othermark[key] ?? '',
      told: draft.othertold[key] ?? '',
    })),
    units: draft.units.map((key, index) => ({
      ...at(draft.units, 'units', key, index),
      text: draft.unit[key] ?? '',
      factor: draft.factor[key] ?? '',
    })),
    gaps: [...new Set(gapsIn(draft.text))].map((key) => ({
      key,
      list: draft.gap[key] === 'list',
      filling: draft.filling[key] ?? '',
      told: draft.gaptold[key] ?? '',
    })),
    rubric: draft.rubric.map((key, index) => ({
      ...at(draft.rubric, 'rubric', key, index),
      text: draft.looked[key] ?? '',
      points: draft.worth[key] ?? '',
    })),
    hints: draft.hints.map((text, index) => ({ number: index + 1, text, focus: grown === 'hints' && index === draft.hints.length - 1 })),
    moreOpen: Boolean(draft.hints.length || draft.penalty),
  };
}

function translations(question: BankQuestion, own: string) {
  return LANGUAGES.filter((code) => code !== question.language).map((code) => ({
    code,
    name: LANGUAGE_NAMES[code],
    direction: directionOf(code),
    address: `${own}/words/${code}`,
    ...coverageOf(question, code),
  }));
}
