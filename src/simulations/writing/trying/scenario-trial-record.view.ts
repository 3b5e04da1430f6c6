import { NotFound } from '../../../kernel/not-found';
import type { Page } from '../../../web/views/page';
import { tableSymbols } from '../../../web/pictures/symbols';
import { valuesShown } from '../../debrief/analysis.view';
import { reasonShown } from '../../debrief/role.view';
import { fold } from '../../engine/evolve';
import { view } from '../../engine/view';
import { happeningShown, type HappeningShown } from '../../room/happenings.view';
import { type Scene, spoken } from '../../room/scene.view';
import { draftWords } from './beginning';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import type { Trial } from './trials.service';

const PER_PAGE = 30;

/** views/simulations/scenario-trial-record.hbs: one table that scripts played from its beginning to its end, private messages too. Refuses a page that is not there. */
export function scenarioTrialRecordPage(own: OwnScenario, { role, events }: NonNullable<Trial['table']>, asked: unknown, page: Page) {
  const scene = sceneOf(own, events, page);
  const shown = linesOf(scene);
  const count = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  const number = asked === undefined ? 1 : typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  if (number < 1 || number > count) throw new NotFound();
  const trial = `${scenarioAddress(own)}/trial`;
  const edition = `edition=${own.scenario.version}`;
  const turnTo = (to: number) => `${trial}/record?${edition}&page=${to}`;
  return {
    title: spoken(scene.wording.text('title')),
    symbols: tableSymbols(),
    back: `${trial}?${edition}`,
    role: scene.wording.text(`roles.${role}.name`).text,
    outcome: scene.view.outcome?.outcome ?? 'no-agreement',
    lines: shown.slice((number - 1) * PER_PAGE, number * PER_PAGE),
    values: number === count ? worth(scene, events) : null,
    pages: { number, count, previous: number > 1 ? turnTo(number - 1) : null, next: number < count ? turnTo(number + 1) : null },
  };
}

/** What happened, and beside what a script did why it did that: in a log the reason comes after the deed. */
function linesOf(scene: Scene) {
  const lines: (Pick<HappeningShown, 'who' | 'phrase' | 'values' | 'said' | 'secret'> & { why: Reason | null })[] = [];
  for (const { event } of scene.view.events) {
    const line = happeningShown(scene, event);
    if (line) lines.push({ who: line.who, phrase: line.phrase, values: line.values, said: line.said, secret: line.secret, why: null });
    const last = lines.at(-1);
    if (event.type === 'script-explained' && last?.who?.key === event.role) last.why = reasonShown(scene, event.move, event.why);
  }
  return lines;
}

/** Seats have no pages of their own here. */
function worth(scene: Scene, events: NonNullable<Trial['table']>['events']) {
  const { scenario } = scene;
  return { ...valuesShown(scene, { state: fold(events, scenario), events, scenario }), openable: false };
}

type Reason = ReturnType<typeof reasonShown>;

function sceneOf(own: OwnScenario, events: NonNullable<Trial['table']>['events'], { language, say }: Page): Scene {
  const scenario = own.scenario.structure;
  return {
    viewer: 'facilitator',
    address: '',
    name: '',
    scenario,
    view: view(fold(events, scenario), events, 'facilitator', scenario),
    wording: draftWords(own.scenario, language, say('scenario-trial.unwritten')),
    texts: new Map(),
    say,
    wrong: null,
    cursor: '',
    indicated: null,
    hummed: new Set(),
  };
}
