import { summaryPage } from './summary.view';

/** views/quizzes/confirm.hbs: something is open; hand in as it is, or go back. */
export function confirmPage(...answered: Parameters<typeof summaryPage>) {
  return summaryPage(...answered);
}
