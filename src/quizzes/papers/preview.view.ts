import { REVIEW_PARTS } from '../../content/quiz-settings';
import { type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { arranged } from '../questions/arrangement';
import { asked } from '../questions/asked';
import { decoded } from '../attempts/codes';
import { fieldsOf } from '../attempts/fields';
import { controls } from '../attempts/controls';
import { explained } from '../attempts/explained';
import { emptyGiven, type Fields } from '../questions/given';
import { type Question, quiz as quizOf, textKey } from '../questions/question';
import type { ReviewRights } from '../sitting/review-rights';
import type { Reviewed } from '../questions/review';
import { type Words, spoken } from '../../content/translation';
import type { Assembled } from './assembly';
import type { OwnPaper } from './paper-of-chapter.guard';
import { previewAccepted, previewWords, tried } from './preview';
import { titleOf } from './papers.view';
import { lackingWords } from './assembly';

/** views/quizzes/paper-preview.hbs: one question as it is asked, and what an answer to it comes to. */
export function paperPreviewPage(
  { chapter, quiz }: OwnPaper,
  made: Assembled,
  number: number,
  query: Record<string, unknown>,
  language: Language,
) {
  const address = `/chapters/${chapter.slug}/quizzes/${quiz.slug}`;
  const source = made.sources[number - 1]!;
  const { question } = source;
  const count = made.sources.length;
  const words = previewWords(made, language);
  const about = {
    errors: null,
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    quiz: { ...titleOf(quiz), address },
    number,
    count,
    drawn: source.drawn,
    action: `${address}/preview/${number}`,
    previous: number > 1 ? `${address}/preview/${number - 1}` : null,
    next: number < count ? `${address}/preview/${number + 1}` : null,
    name: source.banked.name,
    lacking: lackingWords(source, made.document.language).length > 0,
    question: null,
  };
  if (about.lacking) return about; // without all of its words it cannot be asked
  const arrangement = arranged(question, quiz.slug);
  const shown = asked(question, words, arrangement);
  const asking = { questions: made.sources.map((one) => one.question) };
  const typed = decoded(typedIn(query), arrangement);
  const found = tried({ ...quizOf(made.document), ...asking }, question, typed, query['check'] !== undefined, words, previewAccepted(made));
  const { stem } = shown;
  return {
    ...about,
    question: {
      type: question.type,
      points: question.points,
      picks: shown.picks,
      stem: said(words, question),
      original: stem.language === language ? null : LANGUAGE_NAMES[stem.language],
      control: controls(shown, arrangement, found.given ?? emptyGiven(question)),
      refused: found.refused && { key: found.refused.refused, details: found.refused.details },
      checkable: question.type !== 'essay' && question.type !== 'description',
      review: found.reviewed && reviewed(found.reviewed, words),
    },
  };
}

/** The fields of an answer in an address; anything else there is not looked at. */
function typedIn(query: Record<string, unknown>): Fields {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  const many = (name: string) => [query[name] ?? []].flat().filter((one): one is string => typeof one === 'string');
  const part = Object.keys(query).flatMap((name) =>
    /^part\.[a-z0-9-]{1,64}$/.test(name) ? [[name.slice('part.'.length), text(name) ?? '']] : [],
  );
  const answer = many('answer');
  return fieldsOf({
    answer: answer.length ? answer : undefined,
    up: text('up'),
    down: text('down'),
    part: Object.fromEntries(part) as Record<string, string>,
  });
}

/** Whoever puts a quiz together sees everything at once, whatever its settings show and when. */
function reviewed(one: Reviewed, words: Words) {
  const everything = Object.fromEntries(REVIEW_PARTS.map((part) => [part, true])) as unknown as ReviewRights;
  return { ...explained(one, words, everything), stem: said(words, one.question), read: null, comment: null };
}

const said = (words: Words, question: Question) => spoken(words.text(textKey(question, 'stem')));
