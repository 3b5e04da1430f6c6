import { IsIn, IsOptional, Matches } from 'class-validator';
import { DEBRIEF_STEPS, type DebriefStep } from '../../../content/scenario';
import { Family } from '../../../web/forms/fields';
import { PerhapsText, Text } from '../../../web/forms/rules';
import { LONGEST_NOTE, NOTE_KINDS, type NoteKind } from './board';

const LONGEST_COMMENT = 2000;
const VERSION = /^\d{1,9}$/;

/** A note for the board. */
export class NoteForm {
  @IsIn(NOTE_KINDS, { message: 'errors.form.missing' })
  kind: NoteKind;

  @Text(LONGEST_NOTE, 'debriefing.error.note')
  text = '';
}

/** What somebody writes to another seat, from the version that was on the page. */
export class PeerForm {
  @Family()
  @IsOptional()
  answers?: Record<string, string>;

  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

/** Levels by their criteria or elements, and words beside them. */
export class LevelsForm {
  @Family()
  @IsOptional()
  levels?: Record<string, string>;

  @PerhapsText(LONGEST_COMMENT, 'simulations.error.too-long')
  comment = '';

  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

/** Whether a seat's private conversations may be opened; an empty box is a no. */
export class ChannelsForm {
  @IsOptional()
  @IsIn(['yes'], { message: 'errors.form.missing' })
  agreed?: 'yes';
}

/** The step up to which a debrief is opened, from the version that was on the page. */
export class StepForm {
  @IsIn(DEBRIEF_STEPS, { message: 'errors.form.missing' })
  step: DebriefStep;

  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}
