import { newId } from '../../kernel/identifier';
import { scenarioProse } from '../../content/prose/scenario-prose';
import type { Words as Wording } from '../../content/translation';
import { directionOf } from '../../kernel/language';
import { tableSymbols } from '../../web/pictures/symbols';
import { named, roleOf, type Scene, spoken } from './scene.view';

/** views/simulations/brief.hbs: the fiction contract, who can read what, who sits at the table, and what only this seat may know. */
export function briefPage(scene: Scene) {
  const { scenario, view, wording } = scene;
  const mine = view.mine!.role;
  const setting = wording.text('setting');
  return {
    formId: newId(),
    symbols: tableSymbols(),
    title: spoken(wording.text('title')),
    setting: {
      html: scenarioProse(setting.text),
      language: setting.language,
      direction: directionOf(setting.language),
    },
    me: named(scene, mine),
    brief: briefOf(wording, mine),
    briefLanguage: wording.text(`roles.${mine}.brief`).language,
    briefDirection: directionOf(wording.text(`roles.${mine}.brief`).language),
    goals: roleOf(scenario, mine)
      .goals.filter(({ visibility }) => visibility !== 'facilitator')
      .map(({ key, visibility }) => ({ said: spoken(wording.text(`roles.${mine}.goals.${key}`)), secret: visibility !== 'public' })),
    others: scenario.roles
      .filter(({ key }) => key !== mine)
      .map(({ key, chair }) => ({ ...named(scene, key), line: spoken(wording.text(`roles.${key}.public`)), chair })),
    together: view.mode !== 'solo',
    scripts: view.seats.some(({ holder }) => holder === 'script'),
    preset: scenario.preset,
    unseal: scenario.unseal,
    seated: view.mine!.briefed,
    action: `${scene.address}/brief`,
    roomAddress: scene.address,
  };
}

/** A seat's confidential brief, printed. */
export function briefOf(wording: Wording, role: string): string {
  return scenarioProse(wording.text(`roles.${role}.brief`).text);
}
