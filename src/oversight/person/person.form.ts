import { IsIn } from 'class-validator';
import { Text } from '../../web/forms/rules';
import { NUDGE_REASONS, type NudgeReason } from '../today/needs';

/** A note of the team. */
export class NoteForm {
  @Text(2000, 'oversight.error.note')
  note = '';
}

/** A letter to one person, as it stands when it is sent. */
export class NudgeForm {
  @Text(200, 'oversight.error.subject')
  subject = '';

  @Text(5000, 'oversight.error.text')
  text = '';

  @IsIn(NUDGE_REASONS, { message: 'errors.form.missing' })
  reason: NudgeReason;

  /** The page on which the letter was written. */
  @IsIn(['today', 'person'], { message: 'errors.form.missing' })
  back = '';
}

/** Opens a try again that was never handed in. */
export class ReopenForm {}

/** Counts an answer that came after the end. */
export class CountForm {}
