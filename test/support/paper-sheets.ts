import type { MakeSheet } from './lead-sheets';
import { papersOf } from './tour-papers';
import type { Sheet } from './trainee-pages';
import type { LearningWorld } from './world';

/** The pages on which quizzes of a chapter are put together, and where a cohort meets them. */
export async function paperSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { tomas } = world;
  const { final, draft, cohort, adhiambo } = await papersOf(world);
  const list = '/chapters/kenya/quizzes';
  return [
    sheet(tomas, 'quizzes of the chapter', list),
    sheet(tomas, 'quiz, published', `${list}/${final}`),
    sheet(tomas, 'quiz, a draft with troubles', `${list}/${draft}`),
    sheet(tomas, 'questions to add', `${list}/${draft}/additions`),
    sheet(tomas, 'preview, checked', `${list}/${final}/preview/1?answer=1&check=1`),
    sheet(tomas, 'quizzes of the cohort', `/cohorts/${cohort}/quizzes`),
    sheet(adhiambo, 'learning, with a quiz of the chapter', '/learning'),
  ];
}
