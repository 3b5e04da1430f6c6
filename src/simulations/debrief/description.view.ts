import { changeIn } from '../room/happenings.view';
import { sentence } from '../room/clauses.view';
import { named, said, type Scene, spoken } from '../room/scene.view';
import { POSITION_OF_STANCE, POSITIONS, seatsOn } from '../room/seats.view';
import { mini } from '../../web/pictures/mini';
import { newId } from '../../kernel/identifier';
import type { Played } from './course';
import { genealogy, type Revision } from './genealogy';
import { type HumBesideStances, humsBesideStances } from './hums-beside-stances';
import { frameOf, type LookBack } from './look-back.view';
import { type LedgerRow, objectionLedger } from './objection-ledger';
import { type StanceCourse, stanceCourses } from './stance-course';

/** views/simulations/description.hbs: what happened. How the text changed, what became of every objection, where everybody stood from round to round. */
export function descriptionPage(back: LookBack) {
  const { scene, played } = back;
  return { ...frameOf(back), ...happened(scene, played), channels: channelsOf(back) };
}

/** The same on the screen and on paper. */
export function happened(scene: Scene, played: Played) {
  const ledger = objectionLedger(played);
  return {
    clauses: genealogy(played).map(({ clause, start, final, revisions, unadopted }) => ({
      title: spoken(scene.wording.text(`clauses.${clause}.title`)),
      sentence: sentence(scene, clause, final, start),
      revisions: revisions.map((revision) => revisionShown(scene, revision)),
      unadopted: unadopted.length,
    })),
    objections: ledger.rows.map((row) => objectionRow(scene, row)),
    answered: ledger.answeredByAnotherGroup,
    courses: stanceCourses(played).map((course) => courseShown(scene, course)),
    hums: humsBesideStances(played).map((hum) => humShown(scene, hum)),
  };
}

/** Whether the private conversations of one's seat may be opened; null where nobody is asked. */
function channelsOf({ scene: { scenario, view, address }, circle }: LookBack) {
  if (!circle || !view.mine || scenario.unseal !== 'briefs-and-consented-channels') return null;
  return { formId: newId(), action: `${address}/debrief/channels`, agreed: view.mine.consents.includes('channels') };
}

/** What rooms ask for with a hum; another option is shown as it was written. */
const SIDES: Partial<Record<string, string>> = { yes: 'debriefing.side.yes', no: 'debriefing.side.no' };

function humShown(scene: Scene, { words, bands, clauses }: HumBesideStances) {
  return {
    said: said(scene, words),
    bands:
      bands && Object.entries(bands).map(([option, band]) => ({ option, side: SIDES[option] ?? null, phrase: `debriefing.band.${band}` })),
    clauses: clauses.map(({ clause, stances, silent }) => ({
      title: spoken(scene.wording.text(`clauses.${clause}.title`)),
      support: stances.support,
      object: stances.object,
      liveWith: stances['live-with'],
      standAside: stances['stand-aside'],
      silent,
    })),
  };
}

function revisionShown(scene: Scene, { role, with: others, changes, moment }: Revision) {
  return {
    who: named(scene, role),
    others: others.map((other) => scene.wording.text(`roles.${other}.name`).text),
    change: changeIn(scene, Object.fromEntries(changes.map(({ slot, to }) => [slot, to]))),
    phase: spoken(scene.wording.text(`phases.${moment.phase}`)),
  };
}

function objectionRow(scene: Scene, row: LedgerRow) {
  return {
    who: named(scene, row.role),
    said: said(scene, row.words),
    clause: spoken(scene.wording.text(`clauses.${row.clause}.title`)),
    answers: row.answers.length,
    addressed: row.answers.some(({ addresses }) => addresses === true),
    state: row.state,
    textChanged: row.textChanged,
    capitulation: row.capitulation,
  };
}

/** A table of seats by phases: signs for the eye, words for the ear. */
function courseShown(scene: Scene, { clause, phases, seats }: StanceCourse) {
  return {
    title: spoken(scene.wording.text(`clauses.${clause}.title`)),
    phases: phases.map((phase, index) => ({
      ...spoken(scene.wording.text(`phases.${phase}`)),
      picture: mini(seatsOn(scene, { stances: seats.map(({ role, stances }) => ({ role, stance: stances[index]!, words: null })) })),
    })),
    seats: seats.map(({ role, stances }) => ({
      who: named(scene, role),
      stances: stances.map((stance) => ({
        sign: stance ? POSITIONS[stance] : ('sil' as const),
        phrase: stance ? POSITION_OF_STANCE[stance] : 'web.position.silent',
      })),
    })),
  };
}
