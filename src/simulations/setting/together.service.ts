import { Injectable } from '@nestjs/common';
import type { ScenarioStructure } from '../../content/scenario';
import type { Words } from '../../content/translation';
import { stepAddress } from '../../modules/step-address';
import type { SimulationPlace } from '../tables/simulation-step.guard';
import type { SeatedTable } from '../tables/tables.queries';
import { begunOf } from './begun';
import { emptySeats } from './empty';
import { Fillings } from './fillings.service';
import { SettingQueries } from './setting.queries';
import type { Sitting } from './sitting.entity';
import { Sittings } from './sittings.service';
import { type OwnSittingPart, togetherPart } from './together.view';
import { Wishes } from './wishes.service';

/** The part of a simulation's start page that is about playing with others. */
@Injectable()
export class Together {
  constructor(
    private readonly sittings: Sittings,
    private readonly wishes: Wishes,
    private readonly fillings: Fillings,
    private readonly queries: SettingQueries,
  ) {}

  /** `tables`: those of the step at which the person has a place. */
  async of(place: SimulationPlace, scenario: ScenarioStructure, wording: Words, tables: readonly SeatedTable[]) {
    const { study, module, step } = place;
    const [sittings, wish] = await Promise.all([this.sittings.ofCohort(study.cohort.id), this.wishes.of(place)]);
    const here = sittings.filter((one) => one.module === module && one.step === step);
    const parts = await Promise.all(
      here.map((sitting) => this.part(sitting, tables.find(({ id }) => sitting.tables.includes(id)) ?? null)),
    );
    return togetherPart(scenario, wording, parts, wish, stepAddress(study.enrolmentId, module, { kind: 'simulation', key: step }));
  }

  private async part(sitting: Sitting, place: SeatedTable | null): Promise<OwnSittingPart> {
    const logs = await this.fillings.logsOf(sitting);
    const begunAt = begunOf(
      sitting,
      logs.map(({ state }) => state),
    );
    const log = place && logs[sitting.tables.indexOf(place.id)]!;
    return { sitting: { ...sitting, begunAt }, place, empty: log ? emptySeats(log, await this.queries.places([place.id])).length : 0 };
  }
}
