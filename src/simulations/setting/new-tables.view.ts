import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { spoken, type Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import { CASTINGS, MOST_TABLES, type SittingForm } from './setting.form';
import type { Castable } from './setting.queries';
import { VACANT } from './sitting.entity';
import type { PlayableStep } from './playable-steps.service';

type Step = PlayableStep & { wording: Words };

/** views/simulations/new-tables.hbs: how a scenario is used; filled in so that one press is enough. */
export function newTablesPage(
  own: OwnCohort,
  step: Step | null,
  people: readonly Castable[],
  typed: Partial<SittingForm>,
  errors: FormError[],
) {
  const { cohort, chapter } = own;
  const address = `/cohorts/${cohort.id}`;
  const usual = step && usualFor(step, people);
  const sent = errors.length > 0;
  return {
    formId: newId(),
    errors: sent ? errors : null,
    cohort: { name: cohort.name, address, zone: cohort.zone.replaceAll('_', ' ') },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    action: `${address}/tables`,
    scenario: step ? step.wording.text('title').text : '',
    step: step && {
      value: `${step.module}/${step.step}`,
      title: spoken(step.wording.text('title')),
      players: step.scenario.players,
      minutes: step.scenario.minutes,
    },
    people: people.length,
    wished: people.filter(({ wishes }) => wishes.length > 0).length,
    name: typed.name ?? usual?.name ?? '',
    modes: (['live', 'async'] as const)
      .filter((mode) => step?.scenario.modes.includes(mode))
      .map((mode, at) => ({ mode, chosen: typed.mode ? typed.mode === mode : at === 0 })),
    tables: typed.tables ?? usual?.tables ?? '1',
    starts: typed.starts ?? '',
    castings: CASTINGS.map((casting) => ({ casting, chosen: (typed.casting ?? 'chance') === casting })),
    notOwn: sent ? typed.notOwn === 'yes' : true,
    vacant: VACANT.map((vacant) => ({ vacant, chosen: (typed.vacant ?? 'script') === vacant })),
  };
}

/** As many tables as the scenario is best played at, so that everybody has a seat. */
function usualFor({ scenario: { players }, wording }: Step, people: readonly Castable[]) {
  const playing = people.filter(({ part }) => part === 'play').length;
  const tables = Math.min(MOST_TABLES, Math.max(1, Math.round(playing / players.best), Math.ceil(playing / players.max)));
  return { name: wording.text('title').text.slice(0, 100), tables: String(tables) };
}
