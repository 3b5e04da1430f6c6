import { changeIn } from '../room/happenings.view';
import { sentence } from '../room/clauses.view';
import { named, type Scene, spoken } from '../room/scene.view';
import { POSITION_OF_STANCE, POSITIONS } from '../room/seats.view';
import { genealogy, type Revision } from './genealogy';
import { frameOf, type LookBack } from './look-back.view';
import { type LedgerRow, objectionLedger } from './objection-ledger';
import { type StanceCourse, stanceCourses } from './stance-course';

/** views/simulations/description.hbs: what happened. How the text changed, what became of every objection, where everybody stood from round to round. */
export function descriptionPage(back: LookBack) {
  const { scene, played } = back;
  const ledger = objectionLedger(played);
  return {
    ...frameOf(back),
    clauses: genealogy(played).map(({ clause, start, final, revisions, unadopted }) => ({
      title: spoken(scene.wording.text(`clauses.${clause}.title`)),
      sentence: sentence(scene, clause, final, start),
      revisions: revisions.map((revision) => revisionShown(scene, revision)),
      unadopted: unadopted.length,
    })),
    objections: ledger.rows.map((row) => objectionRow(scene, row)),
    answered: ledger.answeredByAnotherGroup,
    courses: stanceCourses(played).map((course) => courseShown(scene, course)),
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
    phases: phases.map((phase) => spoken(scene.wording.text(`phases.${phase}`))),
    seats: seats.map(({ role, stances }) => ({
      who: named(scene, role),
      stances: stances.map((stance) => ({
        sign: stance ? POSITIONS[stance] : ('sil' as const),
        phrase: stance ? POSITION_OF_STANCE[stance] : 'web.position.silent',
      })),
    })),
  };
}
