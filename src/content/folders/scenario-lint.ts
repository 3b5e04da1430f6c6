/** What is wrong with a scenario although each of its parts could be: found without playing it. */
import { DEBRIEF_STEPS, Goal, PHASE_KINDS, PhaseKind, RoleStructure, ScenarioStructure } from '../scenario';
import { lineOf } from './scenario-names';
import { Sheet } from './sheet';
import { Branch } from './yaml';

/** As many seats as the picture of a table can show. */
const FEWEST_SEATS = 6;
/** As many texts as pages can go through for a score. */
const MOST_TEXTS = 20_000;

export function lintScenario(sheet: Sheet, root: Branch, structure: ScenarioStructure): void {
  lintRoles(sheet, root, structure);
  lintClauses(sheet, root, structure);
  lintPhases(sheet, root, structure);
  lintInjects(sheet, root, structure);
  lintRemedies(sheet, root, structure);
  lintPrompts(sheet, root, structure);
}

function lintRoles(sheet: Sheet, root: Branch, { roles, modes }: ScenarioStructure): void {
  const [line, chairs] = [lineOf(root, 'roles'), roles.filter(({ chair }) => chair)];
  if (line === null) return;
  if (chairs.length !== 1) sheet.note('content.problem.one-chair', line, { count: chairs.length });
  if (roles.length < FEWEST_SEATS) sheet.note('content.problem.too-few-seats', line, { count: roles.length, least: FEWEST_SEATS });
  const parties = roles.filter(({ chair }) => !chair);
  for (const role of parties) {
    const at = lineOf(root, 'roles', role.key);
    if (modes.includes('solo') && !role.script) sheet.note('content.problem.role-without-script', at, { role: role.key });
    const conflicts = parties.some((other) => other !== role && pullApart(role, other));
    if (!conflicts) sheet.note('content.problem.role-without-conflict', at, { role: role.key });
  }
  if (modes.includes('solo') && !roles.some(({ playable }) => playable)) sheet.note('content.problem.nobody-alone', line);
}

/** Two roles pull apart where each would take an option that the other would not. */
function pullApart(one: RoleStructure, other: RoleStructure): boolean {
  return one.goals.some((mine) => other.goals.some((theirs) => conflict(mine, theirs)));
}

function conflict(mine: Goal, theirs: Goal): boolean {
  if (!('slot' in mine) || !('slot' in theirs) || mine.slot !== theirs.slot) return false;
  if (mine.kind === 'slot' && theirs.kind === 'slot') return !within(mine.options, theirs.options) && !within(theirs.options, mine.options);
  if (mine.kind === 'red-line' && theirs.kind === 'red-line') return false;
  return mine.options.some((option) => theirs.options.includes(option));
}

const within = (inner: readonly string[], outer: readonly string[]) => inner.every((option) => outer.includes(option));

function lintClauses(sheet: Sheet, root: Branch, { clauses }: ScenarioStructure): void {
  const slots = clauses.flatMap((clause) => clause.slots.map(({ key, options }) => ({ key, options, clause: clause.key })));
  const line = lineOf(root, 'clauses');
  if (line === null) return;
  slots.forEach(({ key, clause }, index) => {
    const first = slots.findIndex((slot) => slot.key === key);
    const twice = key && first < index && slots[first]!.clause !== clause;
    if (twice) sheet.note('content.problem.slot-twice', lineOf(root, 'clauses', clause), { slot: key, clause: slots[first]!.clause });
  });
  const tabled = clauses.filter((clause) => clause.tabled).flatMap((clause) => clause.slots);
  if (tabled.length === 0) sheet.note('content.problem.nothing-tabled', line);
  const texts = tabled.reduce((count, { options }) => count * options.length, 1);
  if (texts > MOST_TEXTS) sheet.note('content.problem.too-many-texts', line, { count: texts, most: MOST_TEXTS });
}

const ONCE_OR_MORE: readonly PhaseKind[] = ['prebrief', 'round', 'call', 'outcome', 'debrief'];

function lintPhases(sheet: Sheet, root: Branch, { phases, modes }: ScenarioStructure): void {
  const line = lineOf(root, 'phases');
  if (line === null) return;
  for (const kind of ONCE_OR_MORE) {
    if (!phases.some((phase) => phase.kind === kind)) sheet.note('content.problem.phase-lacks', line, { kind });
  }
  phases.forEach(({ key, kind, live, async }, index) => {
    const at = lineOf(root, 'phases', key);
    const before = phases[index - 1]?.kind;
    const late = before !== undefined && PHASE_KINDS.indexOf(before) > PHASE_KINDS.indexOf(kind);
    if (late || (before === kind && kind !== 'round')) sheet.note('content.problem.phase-order', at, { phase: key, kind, before: before! });
    const reached = modes.includes('solo') || (modes.includes('live') && live) || (modes.includes('async') && async);
    if (!reached && modes.length > 0) sheet.note('content.problem.phase-unreachable', at, { phase: key });
  });
}

/** An announcement comes while its phase still runs. */
function lintInjects(sheet: Sheet, root: Branch, { phases, injects }: ScenarioStructure): void {
  for (const { key, at } of injects) {
    const minutes = 'when' in at ? undefined : phases.find((phase) => phase.key === at.phase)?.live?.minutes;
    if (minutes === undefined || 'when' in at || at.minute < minutes) continue;
    sheet.note('content.problem.inject-too-late', lineOf(root, 'injects', key), { inject: key, phase: at.phase, minutes });
  }
}

/** What would settle a role's objection may not be what the role never accepts. */
function lintRemedies(sheet: Sheet, root: Branch, { roles, objections }: ScenarioStructure): void {
  for (const { key, role, slot, remedy } of objections) {
    const red = roles.find((each) => each.key === role)?.script?.red.filter((line) => line.slot === slot) ?? [];
    const crossed = remedy.filter((option) => red.some(({ options }) => options.includes(option)));
    if (crossed.length > 0) {
      const details = { objection: key, role, options: crossed.join(', ') };
      sheet.note('content.problem.remedy-crosses-red-line', lineOf(root, 'objections', key), details);
    }
  }
}

function lintPrompts(sheet: Sheet, root: Branch, { prompts }: ScenarioStructure): void {
  const line = lineOf(root, 'prompts');
  if (line === null) return;
  for (const step of DEBRIEF_STEPS) {
    if (!prompts.some((prompt) => prompt.step === step)) sheet.note('content.problem.prompt-lacks', line, { step });
  }
  prompts.forEach(({ key, step }, index) => {
    const before = prompts[index - 1]?.step;
    const late = before !== undefined && DEBRIEF_STEPS.indexOf(before) > DEBRIEF_STEPS.indexOf(step);
    if (late) sheet.note('content.problem.prompt-order', lineOf(root, 'prompts', key), { prompt: key, step, before });
  });
}
