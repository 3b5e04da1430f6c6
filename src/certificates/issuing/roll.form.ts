import { IsIn } from 'class-validator';

/** Whether certificates may be issued under the names of accounts. */
export class RuleForm {
  @IsIn(['', 'no', 'yes'], { message: 'errors.form.missing' })
  accountNames = '';
}

/** Of which certificate the table is taken out; read as the page's own address is. */
export class RollExportForm {
  of = '';
}
