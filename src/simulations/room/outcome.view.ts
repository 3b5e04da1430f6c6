import { NotFound } from '../../kernel/not-found';
import { tableSymbols } from '../../web/pictures/symbols';
import { sentence } from './clauses.view';
import { named, said, type Scene, spoken } from './scene.view';

/** views/simulations/outcome.hbs: the outcome document of a table, for the screen and for paper. Refuses one that there is not yet (`NotFound`). */
export function outcomePage(scene: Scene) {
  const { outcome, clauses, objections, seats } = scene.view;
  if (!outcome) throw new NotFound();
  const onTheTable = clauses.filter(({ state }) => state === 'tabled' || state === 'adopted');
  return {
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    name: scene.name,
    outcome: outcome.outcome,
    at: new Date(outcome.at),
    last: outcome.words && said(scene, outcome.words),
    preset: scene.scenario.preset,
    seats: seats
      .filter(({ holder }) => holder !== 'vacant')
      .map(({ role, holder }) => ({ who: named(scene, role), scripted: holder === 'script' })),
    clauses: onTheTable.map(({ key, terms, minority, assessment }) => ({
      title: spoken(scene.wording.text(`clauses.${key}.title`)),
      sentence: sentence(scene, key, terms, null),
      level: outcome.levels[key] ?? null,
      why: assessment && said(scene, assessment.words),
      minority: minority.map(({ role, words }) => ({ who: named(scene, role), said: said(scene, words) })),
      dissent: objections
        .filter((one) => one.clause === key && ['open', 'answered', 'upheld', 'in-the-rough'].includes(one.state))
        .map(({ role, words, state }) => ({ who: named(scene, role), said: said(scene, words), state })),
    })),
    roomAddress: scene.address,
  };
}
