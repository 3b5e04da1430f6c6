/** What the room hummed beside where its seats said that they stand: a hum is heard in bands only, a stance has a name. */
import type { Stance } from '../../content/scenario';
import type { HumBand, Words } from '../engine/events';
import { evolve } from '../engine/evolve';
import { initial } from '../engine/initial';
import type { TableState } from '../engine/state';
import { course, delegatesOf, type Moment, type Played } from './course';

export interface HumBesideStances {
  id: string;
  words: Words;
  moment: Moment;
  /** by option; null where there were too few to keep it anonymous */
  bands: Readonly<Record<string, HumBand>> | null;
  /** on each clause that was on the table when the hum was over; `silent` seats had taken no position */
  clauses: { clause: string; stances: Record<Stance, number>; silent: number }[];
}

export function humsBesideStances(played: Played): HumBesideStances[] {
  const { scenario } = played;
  const found: HumBesideStances[] = [];
  let state = initial(scenario);
  for (const { event, moment } of course(played)) {
    if (event.type === 'hum-closed') {
      const { id, bands } = event;
      found.push({ id, words: state.hums[id]!.words, moment, bands, clauses: standing(state, played) });
    }
    state = evolve(state, event, scenario);
  }
  return found;
}

function standing({ clauses }: TableState, played: Played): HumBesideStances['clauses'] {
  const roles = delegatesOf(played).map(({ key }) => key);
  return Object.values(clauses)
    .filter(({ state }) => state === 'tabled' || state === 'adopted')
    .map(({ key, stances }) => {
      const said = roles.flatMap((role) => stances[role]?.stance ?? []);
      const count = (stance: Stance) => said.filter((one) => one === stance).length;
      const each = {
        support: count('support'),
        'live-with': count('live-with'),
        'stand-aside': count('stand-aside'),
        object: count('object'),
      };
      return { clause: key, stances: each, silent: roles.length - said.length };
    });
}
