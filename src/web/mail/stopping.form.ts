import { IsIn } from 'class-validator';

/** Whether somebody wants notices by mail. */
export class NoticesForm {
  @IsIn(['stop', 'start'], { message: 'mail.error.choice' }) notices = '';
}
