import { IsIn, Matches } from 'class-validator';
import { typedNumber } from '../../kernel/digits';
import { Whole } from '../../web/forms/rules';
import { type NeedRules, RULE_BOUNDS } from './needs';

/** When somebody in a cohort needs its team, as a lead types it. */
export class RulesForm {
  @Whole(...RULE_BOUNDS.notStartedDays, 'oversight.error.rule')
  notStartedDays = '';

  @Whole(...RULE_BOUNDS.failedTries, 'oversight.error.rule')
  failedTries = '';

  @Whole(...RULE_BOUNDS.wrongInARow, 'oversight.error.rule')
  wrongInARow = '';

  @Whole(...RULE_BOUNDS.silentDays, 'oversight.error.rule')
  silentDays = '';

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

/** Whether a lead wants the weekly letter about their chapter. */
export class DigestForm {
  @IsIn(['yes', 'no'], { message: 'errors.form.missing' })
  wanted = '';
}

/** The rules of a form without errors. */
export function rulesOf({ notStartedDays, failedTries, wrongInARow, silentDays }: RulesForm): NeedRules {
  const number = (typed: string) => typedNumber(typed)!;
  return {
    notStartedDays: number(notStartedDays),
    failedTries: number(failedTries),
    wrongInARow: number(wrongInARow),
    silentDays: number(silentDays),
  };
}
