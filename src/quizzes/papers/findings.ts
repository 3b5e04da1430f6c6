/** What is to be put right before a paper can be published, and what its author should know: each a phrase and its values. */
import { settingsOf } from '../../content/quiz-settings';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '../../kernel/language';
import { isBlank } from '../../kernel/text';
import { type Assembled, lackingWords, type Source } from './assembly';
import { bestShare } from './best-share';
import { MOST_IN_POOL, MOST_QUESTIONS, type Paper } from './paper';

export interface Finding {
  /** Nothing with an error is published. */
  severity: 'error' | 'warning';
  /** a phrase key */
  key: string;
  details: Record<string, string | number>;
}

const error = (key: string, details: Finding['details'] = {}): Finding => ({ severity: 'error', key: `papers.check.${key}`, details });
const warning = (key: string, details: Finding['details'] = {}): Finding => ({ severity: 'warning', key: `papers.check.${key}`, details });

/** Errors first. `languages`: those of the chapter. */
export function findings(paper: Paper, { sources }: Assembled, languages: readonly Language[]): Finding[] {
  return [
    ...inQuestions(paper, sources),
    ...inDraws(paper, sources),
    ...inSettings(paper, sources),
    ...originalWords(paper, sources),
    ...translations(paper, sources, languages),
  ].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

export function publishable(found: readonly Finding[]): boolean {
  return found.every(({ severity }) => severity === 'warning');
}

function inQuestions({ items, draws }: Paper, sources: readonly Source[]): Finding[] {
  const gone = items.length - sources.filter(({ drawn }) => !drawn).length;
  const asked = sources.some(({ question, drawn }) => !drawn && question.type !== 'description') || draws.length > 0;
  return [
    ...(asked ? [] : [error('no-questions')]),
    ...(gone ? [error('gone', { count: gone })] : []),
    ...(items.length > MOST_QUESTIONS ? [error('too-many', { count: items.length, most: MOST_QUESTIONS })] : []),
    ...(sources.length > MOST_IN_POOL ? [error('pool-too-large', { count: sources.length, most: MOST_IN_POOL })] : []),
  ];
}

function inDraws({ draws }: Paper, sources: readonly Source[]): Finding[] {
  return draws.flatMap(({ tag, count }) => {
    const pool = poolOf(tag, sources);
    const points = new Set(pool.map(({ question }) => question.points));
    return [
      ...(pool.length < count ? [error('draw-too-many', { tag, count, there: pool.length })] : []),
      ...(points.size > 1 ? [warning('draw-points', { tag })] : []),
    ];
  });
}

/** The questions from which a draw takes its own. */
export function poolOf(tag: string, sources: readonly Source[]): Source[] {
  return sources.filter(({ drawn, banked }) => drawn && banked.tags.includes(tag));
}

function inSettings(paper: Paper, sources: readonly Source[]): Finding[] {
  const { behaviour, overdue, graceMinutes, bands, tries, delays } = settingsOf(paper);
  const best = bestShare(sources.map(({ question }) => question));
  const falling = bands.every((percent, index) => index === 0 || percent < bands[index - 1]!);
  const unsaid = bands.filter((percent) => isBlank(paper.texts[paper.language]?.[`bands.${percent}`] ?? ''));
  const essays = sources.filter(({ question }) => question.type === 'essay').length;
  const atOnce = !['deferred', 'deferred-certainty'].includes(behaviour);
  return [
    ...(best !== null && best < paper.passMark ? [error('pass-mark', { mark: paper.passMark, best })] : []),
    ...(bands.length && (!falling || bands.at(-1) !== 0) ? [error('bands-order')] : []),
    ...unsaid.map((percent) => error('band-words', { percent })),
    ...(overdue === 'grace' && paper.minutes === null ? [error('grace-without-minutes')] : []),
    ...(overdue === 'grace' && paper.minutes !== null && graceMinutes < 1 ? [error('grace-none')] : []),
    ...(essays && atOnce ? [error('essay-at-once', { count: essays })] : []),
    ...(tries === 1 && (delays.second || delays.later) ? [warning('delay-one-try')] : []),
  ];
}

function originalWords({ texts, language }: Paper, sources: readonly Source[]): Finding[] {
  const own = texts[language] ?? {};
  const lacking = sources.filter((source) => lackingWords(source, language).length > 0).length;
  const name = LANGUAGE_NAMES[language];
  return [
    ...(isBlank(own['title'] ?? '') ? [error('no-title')] : []),
    ...(isBlank(own['summary'] ?? '') ? [error('no-summary')] : []),
    ...(lacking ? [error('no-words', { count: lacking, of: sources.length, language: name })] : []),
  ];
}

/** Of the chapter's languages, and of those into which something was translated already. */
function translations({ texts, language }: Paper, sources: readonly Source[], chapters: readonly Language[]): Finding[] {
  const begun = (one: Language) => chapters.includes(one) || sources.some(({ banked }) => Object.keys(banked.texts[one] ?? {}).length > 0);
  return LANGUAGES.filter((one) => one !== language && sources.length > 0 && begun(one)).flatMap((one) => {
    const name = LANGUAGE_NAMES[one];
    const count = sources.filter((source) => lackingWords(source, one).length > 0).length;
    const titled = !isBlank(texts[one]?.['title'] ?? '');
    return [
      ...(count ? [warning('translation', { count, of: sources.length, language: name })] : []),
      ...(!titled && count < sources.length ? [warning('title-translation', { language: name })] : []),
    ];
  });
}
