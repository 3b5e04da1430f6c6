import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Content } from '../../content/content.service';
import type { ScenarioStructure } from '../../content/scenario';
import type { StakeholderGroup } from '../../content/scenario';
import { Outcomes } from '../../database/outcomes.service';
import { stepAddress } from '../../modules/step-address';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import { OwnSimulationStep, type SimulationPlace } from '../tables/simulation-step.guard';
import { WishForm } from './setting.form';
import { Wishes } from './wishes.service';

/** What somebody would like to be when their cohort plays together. */
@Controller('simulations/:enrolment/:module/:step/wishes')
export class WishesController {
  constructor(
    private readonly wishes: Wishes,
    private readonly content: Content,
    private readonly outcomes: Outcomes,
  ) {}

  @Post()
  @Allow(OwnSimulationStep)
  async say(
    @Subject() place: SimulationPlace,
    @Body(new FormPipe(WishForm)) { values, errors, formId }: Submitted<WishForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const known = ((await this.content.document(place.scenarioVersionId)).structure as ScenarioStructure).roles.map(({ key }) => key);
    const roles = [...new Set(values.roles)].filter(Boolean);
    if (errors.length || roles.some((role) => !known.includes(role))) throw new UnreadableForm('shape', 'roles');
    const wish = { part: values.part, roles, ownGroup: (values.group || null) as StakeholderGroup | null };
    const { study, module, step } = place;
    const address = await this.outcomes.run(study.personId, formId, async (write) => {
      await this.wishes.say(write, place, wish, request.arrivedAt);
      return stepAddress(study.enrolmentId, module, { kind: 'simulation', key: step });
    });
    await redirectSaying(request, response, address, 'sittings.flash.wished');
  }
}
