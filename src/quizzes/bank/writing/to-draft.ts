/** A question as its form shows it. */
import { GapStructure } from '../../../content/question-structures';
import { originalTexts, Written } from '../../questions/written';
import { Draft, emptyDraft } from './draft';
import { linesOf } from './gap-lines';
import { shown } from './numbers';

export function toDraft(written: Written): Draft {
  const { structure, language, name, category } = written;
  const texts = originalTexts(written);
  const text = (key: string) => texts[key] ?? '';
  const about = (keys: readonly string[], key: (one: string) => string) => Object.fromEntries(keys.map((one) => [one, text(key(one))]));
  const hints = Array.from({ length: structure.hints ?? 0 }, (_, index) => text(`hints.${index + 1}`));
  const draft: Draft = {
    ...emptyDraft(),
    type: structure.type,
    language,
    name,
    category,
    hints,
    tags: written.tags.join(', '),
    points: shown(structure.points),
    penalty: shown(structure.penalty),
    stem: text('stem'),
    text: text('text'),
    feedback: text('feedback'),
    feedbackRight: text('feedbackRight'),
    feedbackWrong: text('feedbackWrong'),
  };
  const withOptions = (options: readonly string[], where = 'options') => ({
    options: [...options],
    option: about(options, (key) => `${where}.${key}.text`),
    told: about(options, (key) => `${where}.${key}.feedback`),
  });
  const marks = (weights: Record<string, number> | undefined) => ({
    mark: Object.fromEntries(Object.entries(weights ?? {}).map(([key, percent]) => [key, shown(percent)])),
  });
  switch (structure.type) {
    case 'single':
      return { ...draft, ...withOptions(structure.options), ...marks(structure.weights), right: [structure.right] };
    case 'multiple':
      return { ...draft, ...withOptions(structure.options), ...marks(structure.weights), right: structure.right };
    case 'true-false':
      return { ...draft, right: [String(structure.right)] };
    case 'short-text': {
      const { answers, matchCase } = structure;
      const keys = answers.map(({ key }) => key);
      const mark = marks(Object.fromEntries(answers.filter(({ percent }) => percent !== 100).map(({ key, percent }) => [key, percent])));
      return { ...draft, ...withOptions(keys, 'answers'), ...mark, matchCase: matchCase ? 'yes' : '' };
    }
    case 'number': {
      const { value, tolerance, others = [], units = [] } = structure;
      const of = (field: 'value' | 'tolerance' | 'percent') => Object.fromEntries(others.map((one) => [one.key, shown(one[field])]));
      const [otherKeys, unitKeys] = [others.map(({ key }) => key), units.map(({ key }) => key)];
      return {
        ...draft,
        value: shown(value),
        tolerance: shown(tolerance),
        others: otherKeys,
        units: unitKeys,
        other: of('value'),
        othertolerance: of('tolerance'),
        othermark: of('percent'),
        othertold: about(otherKeys, (key) => `others.${key}.feedback`),
        unit: about(unitKeys, (key) => `units.${key}.text`),
        factor: Object.fromEntries(units.map(({ key, factor }) => [key, shown(factor)])),
      };
    }
    case 'matching': {
      const keys = structure.items.map(({ key }) => key);
      const match = Object.fromEntries(structure.items.map(({ key, right }) => [key, right]));
      return { ...draft, ...withOptions(structure.options), items: keys, item: about(keys, (key) => `items.${key}.text`), match };
    }
    case 'ordering':
      return { ...draft, ...withOptions(structure.options) };
    case 'gap-text': {
      const per = (value: (gap: GapStructure) => string) => Object.fromEntries(structure.gaps.map((gap) => [gap.key, value(gap)]));
      const gap = per(({ typed }) => (typed ? 'typed' : 'list'));
      return { ...draft, gap, filling: per((one) => linesOf(one, texts)), gaptold: per(({ key }) => text(`gaps.${key}.feedback`)) };
    }
    case 'essay': {
      const keys = structure.rubric.map(({ key }) => key);
      const worth = Object.fromEntries(structure.rubric.map(({ key, points }) => [key, shown(points)]));
      return {
        ...draft,
        mostWords: shown(structure.mostWords ?? undefined),
        rubric: keys,
        looked: about(keys, (key) => `rubric.${key}.text`),
        worth,
      };
    }
    case 'description':
      return draft;
  }
}
