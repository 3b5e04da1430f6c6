import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { OwnPaper } from './paper-of-chapter.guard';
import type { Offered, TagCount } from './paper-questions.service';
import { stemIn } from './paper';
import { titleOf } from './papers.view';

/** What somebody looks for in the bank. */
export interface Search {
  find: string;
  tag: string;
}

const LONGEST = 100;

export function searchIn(query: Record<string, unknown>): Search {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, LONGEST) : '');
  return { find: text('find'), tag: text('tag') };
}

/** views/quizzes/additions.hbs: questions of the bank, to be added to a quiz. */
export function additionsPage({ chapter, quiz }: OwnPaper, { questions, total }: Offered, tags: TagCount[], search: Search) {
  const address = `/chapters/${chapter.slug}/quizzes/${quiz.slug}`;
  const here = new Set(quiz.items.map(({ questionId }) => questionId));
  return {
    errors: null,
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    quiz: { ...titleOf(quiz), address },
    bankAddress: `/chapters/${chapter.slug}/questions`,
    action: `${address}/additions`,
    version: String(quiz.version),
    find: search.find,
    tags: tags.map(({ tag, count }) => ({ tag, count, selected: tag === search.tag })),
    searched: search.find !== '' || search.tag !== '',
    total,
    more: total > questions.length ? questions.length : null,
    questions: questions.map((question) => ({
      id: question.id,
      title: stemIn(question),
      name: question.name,
      language: question.language,
      direction: directionOf(question.language),
      type: question.structure.type,
      points: question.structure.points,
      tags: question.tags,
      shared: question.chapterId === null,
      here: here.has(question.id),
    })),
    free: questions.some(({ id }) => !here.has(id)),
  };
}
