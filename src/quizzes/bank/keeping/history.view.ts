import { newId } from '../../../kernel/identifier';
import { directionOf } from '../../../kernel/language';
import { titleOf } from '../../questions/written';
import type { Bank } from '../bank.guard';
import type { BankQuestion } from '../bank-question.entity';
import { differences } from '../differences';
import { addressOf, placeOf } from '../place';
import { differenceRow } from '../writing/stale.view';
import type { KeptVersion } from './histories.service';

/** views/quizzes/bank-history.hbs: all versions of a question, the newest first, with what each changed; an older one can be brought back. */
export function bankHistoryPage(bank: Bank, question: BankQuestion, versions: readonly KeptVersion[]) {
  const address = `${addressOf(bank)}/${question.id}`;
  return {
    ...placeOf(bank),
    title: titleOf(question),
    language: question.language,
    direction: directionOf(question.language),
    questionAddress: address,
    action: `${address}/history`,
    version: question.version,
    versions: versions.map(({ number, act, at, name, written }, index) => {
      const older = versions[index + 1];
      return {
        number,
        act,
        at,
        name,
        current: number === question.version,
        differences: older ? differences(older.written, written).map(differenceRow) : [],
        formId: newId(),
      };
    }),
  };
}
