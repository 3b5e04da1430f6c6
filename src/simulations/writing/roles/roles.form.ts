import { IsIn, IsOptional, Matches } from 'class-validator';
import { type GoalStructure, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../../content/scenario';
import { Many } from '../../../web/forms/fields';
import { Chosen, PerhapsText, Text, Whole } from '../../../web/forms/rules';
import { among, arePairs, PartForm } from '../editing/part.form';
import { HEAVIEST, type Measure, MEASURES, VISIBILITIES } from './goals';
import { LONGEST_NAME, MOST_SEATS } from './roles';

const LONGEST_LINE = 400;
const LONGEST_BRIEF = 6_000;
const CHOICE = 'scenario-roles.error.choice';

export class NewRoleForm extends PartForm {
  @Text(LONGEST_NAME, 'scenario-roles.error.title')
  name = '';

  @IsIn(STAKEHOLDER_GROUPS, { message: CHOICE })
  group: StakeholderGroup;
}

export class RoleForm extends NewRoleForm {
  @Whole(0, MOST_SEATS, 'scenario-roles.error.whole')
  least = '';

  @Whole(1, MOST_SEATS, 'scenario-roles.error.whole')
  most = '';

  @Many()
  @Chosen(among(['yes']), CHOICE)
  playable: string[] = [];

  /** What everybody reads of it. */
  @PerhapsText(LONGEST_LINE, 'scenario-roles.error.long')
  said = '';

  @PerhapsText(LONGEST_BRIEF, 'scenario-roles.error.long')
  brief = '';

  @Matches(/^.{1,64}$/, { message: 'scenario-roles.error.key|max=30' })
  key = '';
}

export class GoalForm extends PartForm {
  @IsIn(MEASURES, { message: CHOICE })
  measure: Measure;

  @Text(LONGEST_LINE, 'scenario-roles.error.long')
  text = '';

  @Whole(1, HEAVIEST, 'scenario-roles.error.whole')
  weight = '';

  @IsIn(VISIBILITIES, { message: CHOICE })
  visibility: GoalStructure['visibility'];

  /** Of an open point, as `slot.option`. */
  @Many()
  @Chosen(arePairs, CHOICE)
  options: string[] = [];

  @IsOptional()
  @Matches(/^.{0,64}$/, { message: CHOICE })
  clause = '';
}
