import { Text } from '../../web/forms/rules';
import { LONGEST_NAME } from '../printed-name';

/** A certificate that somebody brings: as a file, or as its text. */
export class FileForm {
  file = '';
  text = '';
}

/** The name that stands on the paper in somebody's hand. */
export class NameCheckForm {
  @Text(LONGEST_NAME, 'checking.name.error')
  name = '';
}
