import { NameForm } from '../issuing/name.form';

/** Which badge, and the name on it. */
export class PracticeForm extends NameForm {
  table = '';
  practice = '';
}
