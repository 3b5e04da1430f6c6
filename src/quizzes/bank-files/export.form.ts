import { IsIn } from 'class-validator';
import { isId } from '../../kernel/identifier';
import { Many } from '../../web/forms/fields';
import { Chosen, PerhapsText } from '../../web/forms/rules';
import { EXPORT_FORMATS, type ExportFormat, MOST_CHOSEN } from './choice';

/** Questions to take away: in which format, and which. */
export class TakeAwayForm {
  @IsIn(EXPORT_FORMATS, { message: 'errors.form.missing' })
  format: ExportFormat = 'gift';

  @PerhapsText(200, 'errors.form.missing') text = '';
  @PerhapsText(200, 'errors.form.missing') tag = '';
  @PerhapsText(40, 'errors.form.missing') type = '';
  @PerhapsText(300, 'errors.form.missing') category = '';

  @Many()
  @Chosen((chosen) => chosen.length <= MOST_CHOSEN && chosen.every(isId), 'errors.form.missing')
  questions: string[] = [];
}
