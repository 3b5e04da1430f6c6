import { Matches } from 'class-validator';
import { Text } from '../../web/forms/rules';

/** Something to say to everybody in a cohort. */
export class AnnouncementForm {
  @Text(150, 'announcements.error.title') title = '';
  @Text(5000, 'announcements.error.text') text = '';
}

/** The same again, as somebody saw it. */
export class EditedAnnouncementForm extends AnnouncementForm {
  @Matches(/^[1-9]\d{0,8}$/, { message: 'announcements.error.version' }) version = '';
}
