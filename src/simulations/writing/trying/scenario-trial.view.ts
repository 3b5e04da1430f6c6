import type { ScenarioStructure, Terms } from '../../../content/scenario';
import type { Words } from '../../../content/translation';
import type { Page } from '../../../web/views/page';
import { tableSymbols } from '../../../web/pictures/symbols';
import { signOf, spoken } from '../../room/scene.view';
import type { Way } from '../../solo/explore';
import { draftWords } from './beginning';
import { lint } from '../problems/problems';
import { problemsShown } from '../problems/problems.view';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import { adviceFor, isWide, piecesOf, type Room, triedRoles } from './trial';
import type { Trial } from './trials.service';

const WAYS: Way[] = ['silent', 'answering', 'one-by-one', 'one-by-one-answering', 'packages'];

/** views/simulations/scenario-trial.hbs: what scripts found when they played the draft, as far as they have come. `trial`: null before they were asked, or while too many others wait. */
export function scenarioTrialPage(own: OwnScenario, trial: Trial | null, asked: boolean, { language, say }: Page) {
  const { scenario } = own;
  const address = scenarioAddress(own);
  const words = draftWords(scenario, language, say('scenario-trial.unwritten'));
  const problems = problemsShown(
    lint(scenario).filter(({ severity }) => severity === 'error'),
    scenario,
    address,
    say,
  );
  const edition = `edition=${scenario.version}`;
  const seat = (role: string) => ({
    name: spoken(words.text(`roles.${role}.name`)),
    sign: signOf(scenario.structure.roles.find(({ key }) => key === role)!.group),
    group: scenario.structure.roles.find(({ key }) => key === role)!.group,
    mine: false,
  });
  const nameOf = (role: string) => words.text(`roles.${role}.name`).text;
  return {
    title: spoken(words.text('title')),
    address,
    symbols: tableSymbols(),
    problems,
    playable: triedRoles(scenario.structure).length > 0,
    start: trial ? null : `${address}/trial?${edition}`,
    busy: asked && !trial,
    trial: trial && {
      state: trial.state,
      again: trial.state === 'waiting' || trial.state === 'playing' ? `${address}/trial?${edition}` : null,
      done: trial.fared.length + (trial.room ? 1 : 0) + (trial.table ? 1 : 0),
      of: piecesOf(scenario.structure),
      room: trial.room && roomSaid(trial.room, nameOf, (terms) => changesIn(scenario.structure, terms, words, say)),
      ways: WAYS,
      fared: trial.fared.map((fared) => ({
        who: seat(fared.role),
        ways: WAYS.map((way) => fared.ways[way]),
        earliestRound: fared.earliestRound,
        ends: fared.ends,
        advice: adviceFor(fared),
      })),
      record: trial.table ? `${address}/trial/record?${edition}` : null,
    },
  };
}

/** How much there is on which everybody could agree, and what to change where that is nothing or too much. */
function roomSaid(room: Room, nameOf: (role: string) => string, changes: (terms: Terms) => string) {
  const { texts, acceptable, best, hardest, easiest } = room;
  const verdict = acceptable === 0 ? 'empty' : isWide(room) ? 'wide' : 'fine';
  return {
    verdict,
    texts,
    acceptable,
    share: (100 * acceptable) / texts,
    /** '' for the text with which the table begins */
    best: best && changes(best),
    hardest: hardest && { name: nameOf(hardest.role), without: hardest.without },
    easiest: easiest && { name: nameOf(easiest.role), texts: easiest.texts },
  };
}

/** What a text says otherwise than the first draft: “Who may order: a court · Notice: before”. */
function changesIn({ clauses }: ScenarioStructure, terms: Terms, words: Words, say: Page['say']): string {
  const changed = clauses.flatMap((clause) =>
    clause.slots
      .filter(({ key, start }) => terms[key] !== undefined && terms[key] !== start)
      .map(({ key }) => {
        const slot = `clauses.${clause.key}.slots.${key}`;
        return say('simulations.term', { slot: words.text(`${slot}.name`).text, option: words.text(`${slot}.options.${terms[key]}`).text });
      }),
  );
  return changed.join(' · ');
}
