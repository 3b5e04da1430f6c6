/** A paper as people would see it, without publishing it: nothing of it is kept, so that it can never count. */
import { merge, overlay, type Words } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { type Accepted, acceptedIn } from '../questions/accepted';
import { type Fields, type Given, isEmpty, readGiven, type Refused } from '../questions/given';
import { grade } from '../questions/grading';
import type { Question, Quiz } from '../questions/question';
import { review, type Reviewed } from '../questions/review';
import type { Assembled } from './assembly';

export function previewWords({ document, translations }: Assembled, language: Language): Words {
  const texts = translations[language];
  return overlay(document, texts ? merge(null, texts, document.texts) : null, language);
}

/** What counts in typed answers, in every language. */
export function previewAccepted({ document, translations }: Assembled): Accepted {
  return acceptedIn([document.texts, ...Object.values(translations)]);
}

export interface Tried {
  given: Given | null;
  refused: Refused | null;
  /** Null unless it was asked for and there is something to say. */
  reviewed: Reviewed | null;
}

/** What an answer in a preview comes to; `checked`: graded, too. */
export function tried(
  quiz: Pick<Quiz, 'questions'>,
  question: Question,
  fields: Fields,
  checked: boolean,
  words: Words,
  accepted: Accepted,
): Tried {
  const read = readGiven(question, fields);
  if ('refused' in read) return { given: null, refused: read, reviewed: null };
  const { given } = read;
  const asks = checked && !isEmpty(given) && grade(question, given, accepted).outcome !== 'unmarked';
  const all = asks ? review(quiz, new Map([[question.key, given]]), accepted, words.has) : [];
  return { given, refused: null, reviewed: all.find((one) => one.question === question) ?? null };
}
