import { scenarioProse } from '../../../content/prose/scenario-prose';
import type { ScenarioStructure } from '../../../content/scenario';
import type { Page } from '../../../web/views/page';
import { directionOf } from '../../../kernel/language';
import { tableSymbols } from '../../../web/pictures/symbols';
import type { Viewer } from '../../engine/viewer';
import { briefPage } from '../../room/brief.view';
import { floorOf } from '../../room/floor.view';
import { roomPage } from '../../room/room.view';
import { named, type Scene, spoken } from '../../room/scene.view';
import { beginning, draftWords, playable } from './beginning';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';

/** views/simulations/scenario-preview.hbs: the beginning of a table as one seat sees it, or somebody who looks on. Nothing of it is kept. */
export function scenarioPreviewPage(own: OwnScenario, viewer: Viewer, clause: string | null, page: Page) {
  const scene = sceneOf(own, viewer, page);
  const { scenario, wording, view } = scene;
  const { brief = null, goals = [], me = null } = view.mine ? briefPage(scene) : {};
  const setting = wording.text('setting');
  const room = canBeDrawn(scenario) ? roomPage(scene, clause, null) : null;
  const direction = view.mine ? directionOf(wording.text(`roles.${view.mine.role}.brief`).language) : 'auto';
  return {
    title: spoken(wording.text('title')),
    address: scenarioAddress(own),
    symbols: room ? null : tableSymbols(), // the picture brings its own
    eyes: eyes(scene, own),
    me,
    brief: brief === null ? null : { html: brief, language: wording.text(`roles.${view.mine!.role}.brief`).language, direction },
    goals,
    setting: { html: scenarioProse(setting.text), language: setting.language, direction: directionOf(setting.language) },
    others: scenario.roles
      .filter(({ key }) => key !== view.mine?.role)
      .map(({ key }) => ({ ...named(scene, key), line: spoken(wording.text(`roles.${key}.public`)) })),
    statements: view.mine ? floorOf(scene).written.map(({ said }) => said) : [],
    room,
  };
}

/** A picture of a table has so many seats, and a text in its middle. */
function canBeDrawn({ roles, clauses }: ScenarioStructure): boolean {
  return clauses.length > 0 && roles.length >= 6 && roles.length <= 24;
}

function sceneOf(own: OwnScenario, viewer: Viewer, { language, say }: Page): Scene {
  const scenario = playable(own.scenario.structure);
  return {
    viewer,
    address: `${scenarioAddress(own)}/preview${typeof viewer === 'string' ? '' : `/${viewer.seat}`}`,
    name: '',
    scenario,
    view: beginning(scenario, viewer),
    wording: draftWords(own.scenario, language, say('scenario-trial.unwritten')),
    texts: new Map(),
    say,
    wrong: null,
    cursor: '',
    indicated: null,
    hummed: new Set(),
  };
}

/** Whose eyes one can borrow. */
function eyes(scene: Scene, own: OwnScenario) {
  const address = `${scenarioAddress(own)}/preview`;
  const seats = scene.scenario.roles.map(({ key }) => ({
    name: named(scene, key).name,
    address: `${address}/${key}`,
    current: scene.view.mine?.role === key,
  }));
  return { onlooker: { address, current: scene.view.mine === null }, seats };
}
