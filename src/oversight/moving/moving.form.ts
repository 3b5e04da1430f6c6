import { Matches } from 'class-validator';

/** Where somebody is moved to, by the cohort's id. */
export class TransferForm {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'moves.error.to' })
  to = '';
}
