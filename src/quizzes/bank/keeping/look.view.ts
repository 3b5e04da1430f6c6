import { newId } from '../../../kernel/identifier';
import { directionOf, type Language, LANGUAGE_NAMES } from '../../../kernel/language';
import { languagesOf, titleOf } from '../../questions/written';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Bank } from '../bank.guard';
import type { BankQuestion } from '../bank-question.entity';
import type { TryForm } from '../bank.form';
import { keyInWords } from '../key-in-words';
import { addressOf, placeOf } from '../place';
import { previewOf } from '../preview.view';
import type { QuestionUse } from '../question-uses.service';

interface Looked {
  question: BankQuestion;
  uses: QuestionUse[];
  /** Chapters into whose bank the viewer can copy it. */
  chapters: { slug: string; name: string }[];
  tried: TryForm | null;
  /** What could not be read of an answer. */
  errors?: FormError[];
}

/** views/quizzes/bank-look.hbs: a question as a trainee meets it, to be tried, with where it is used and where it can be copied to. */
export function bankLookPage(bank: Bank, { question, uses, chapters, tried, errors = [] }: Looked, language: Language) {
  const address = `${addressOf(bank)}/${question.id}`;
  const preview = { ...previewOf(question, language, errors.length ? null : tried) };
  const wrong = [...errors, ...(preview.refused ? [{ field: 'answer', ...preview.refused }] : [])];
  preview.refused = null; // said at the top
  return {
    ...placeOf(bank),
    formId: newId(),
    action: `${address}/look`,
    editAddress: bank.mayWrite ? address : null,
    historyAddress: bank.mayWrite ? `${address}/history` : null,
    id: question.id,
    title: titleOf(question),
    language: question.language,
    direction: directionOf(question.language),
    type: question.type,
    tags: question.tags,
    category: question.category,
    languages: languagesOf(question).map((code) => ({ code, name: LANGUAGE_NAMES[code] })),
    key: keyInWords(question),
    archived: Boolean(question.archivedAt),
    uses,
    copies: chapters.map(({ slug, name }) => ({ name, action: `/chapters/${slug}/questions/copies`, formId: newId() })),
    preview,
    errors: wrong.length ? wrong.map((error) => ({ ...error, field: 'answer' })) : null,
  };
}
