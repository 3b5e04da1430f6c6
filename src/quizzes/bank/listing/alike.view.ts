import { newId } from '../../../kernel/identifier';
import { directionOf } from '../../../kernel/language';
import { originalTexts } from '../../questions/written';
import type { Pair } from '../alike';
import type { Bank } from '../bank.guard';
import type { BankQuestion } from '../bank-question.entity';
import { keyInWords } from '../key-in-words';
import { addressOf, placeOf } from '../place';

/** views/quizzes/bank-alike.hbs: pairs of questions that ask the same, or nearly; one of each can be put away. */
export function bankAlikePage(bank: Bank, pairs: readonly Pair[], questions: readonly BankQuestion[]) {
  const address = addressOf(bank);
  const all = new Map(questions.map((question) => [question.id, question]));
  const side = (id: string) => {
    const question = all.get(id)!;
    const { language, type, createdAt } = question;
    return {
      value: `${id}.${question.version}`,
      address: bank.mayWrite ? `${address}/${id}` : `${address}/${id}/look`,
      stem: originalTexts(question)['stem'] ?? '',
      language,
      direction: directionOf(language),
      type,
      createdAt,
      key: keyInWords(question),
      formId: newId(),
    };
  };
  const shown = pairs.filter(({ first, second }) => all.has(first) && all.has(second));
  return {
    ...placeOf(bank),
    mayWrite: bank.mayWrite,
    bulkAddress: `${address}/changes`,
    pairs: shown.map(({ first, second, likeness }, index) => ({
      number: index + 1,
      same: likeness === 1,
      percent: Math.round(likeness * 100),
      sides: [side(first), side(second)],
    })),
  };
}
