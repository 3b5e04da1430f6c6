import { newId } from '../../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../../kernel/language';
import { titleOf, type Written } from '../../questions/written';
import type { Bank } from '../bank.guard';
import type { BankQuestion } from '../bank-question.entity';
import { type Difference, differences } from '../differences';
import { addressOf, placeOf } from '../place';
import { writtenOf } from '../rows';

/** views/quizzes/bank-stale.hbs: somebody else saved the question first; both texts side by side, and what to do. `body`: what was posted. */
export function bankStalePage(bank: Bank, theirs: BankQuestion, mine: Written, body: Record<string, string | string[]>, path = '') {
  const address = `${addressOf(bank)}/${theirs.id}${path}`;
  const posted = Object.entries(body).filter(([name]) => !['form', 'version'].includes(name));
  return {
    ...placeOf(bank),
    formId: newId(),
    action: address,
    title: titleOf(theirs),
    language: theirs.language,
    direction: directionOf(theirs.language),
    version: theirs.version,
    differences: differences(writtenOf(theirs), mine).map(differenceRow),
    fields: posted.flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one }))),
  };
}

/** One part in two states. */
export function differenceRow({ part, language, before, after }: Difference) {
  const type = part.key === 'bank.part.type';
  return {
    part,
    language,
    languageName: language && LANGUAGE_NAMES[language],
    direction: language && directionOf(language),
    before,
    after,
    type,
  };
}
