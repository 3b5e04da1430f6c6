import { IsIn } from 'class-validator';

/** A certificate from elsewhere: as a file, or as its text. */
export class KeepForm {
  file = '';
  text = '';
}

/** Whether one's teams see it. */
export class ShowingForm {
  @IsIn(['yes', 'no'], { message: 'errors.form.missing' })
  shown = 'no';
}
