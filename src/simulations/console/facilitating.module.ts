import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module';
import { Directing } from './directing.service';
import { FacilitatorPages } from './facilitator-pages.service';
import { FacilitatorController } from './facilitator.controller';
import { InterventionsController } from './interventions.controller';
import { Takeovers } from './takeovers.service';

/** The facilitator at a table of people. */
@Module({
  imports: [HoursModule],
  controllers: [FacilitatorController, InterventionsController],
  providers: [FacilitatorPages, Directing, Takeovers],
})
export class FacilitatingModule {}
