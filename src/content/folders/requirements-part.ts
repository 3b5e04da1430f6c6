/** The part `certificate:` of a programme or a module, and what in it cannot be meant. */
import { isKey, type PackageDocument, type PackageKind } from '../package';
import type { Problem, ProblemKey } from '../problem';
import { markedSteps, isMeant, type PlacedStep, requiredSteps, type Requirements } from '../requirements';
import type { ModuleStructure, ProgrammeStructure, QuizStructure } from '../structures';
import { type Fields, type Sheet, within } from './sheet';
import type { Branch, Tree } from './yaml';

const MOST_LINES = 100;
const MOST_MONTHS = 120;

export function readRequirements(sheet: Sheet, branch: Branch | undefined, kind: 'programme' | 'module'): Requirements {
  const fields = sheet.fields(branch, 'certificate', ['requires'], ['mark', 'debrief', 'reviewed', 'validMonths']);
  const said = (name: string) => fields.entries.has(name);
  return {
    requires: readRequired(sheet, fields, kind),
    ...(said('mark') && { mark: readMark(sheet, fields) }),
    ...(said('debrief') && { debrief: sheet.keys(fields, 'debrief', 1, MOST_LINES) }),
    ...(said('reviewed') && { reviewed: sheet.keys(fields, 'reviewed', 1, MOST_LINES) }),
    ...(said('validMonths') && { validMonths: sheet.whole(fields, 'validMonths', 1, MOST_MONTHS) }),
  };
}

function readRequired(sheet: Sheet, fields: Fields, kind: 'programme' | 'module'): Requirements['requires'] {
  if (fields.entries.get('requires')?.kind !== 'list') return sheet.word(fields, 'requires', ['all'] as const);
  const where = within(fields.where, 'requires');
  const branches = sheet.list(fields, 'requires', 1, MOST_LINES);
  const lines = branches.map((branch) => {
    const line = branch.kind === 'scalar' ? branch.source : '';
    const keys = line.split('/');
    if (keys.length <= (kind === 'programme' ? 2 : 1) && keys.every(isKey)) return line;
    sheet.note('content.problem.bad-key', branch.line, { name: where, value: line });
    return '';
  });
  lines.forEach((line, index) => {
    if (line && lines.indexOf(line) < index) sheet.note('content.problem.duplicate-key', branches[index]!.line, { name: line });
  });
  return lines;
}

function readMark(sheet: Sheet, fields: Fields): NonNullable<Requirements['mark']> {
  const mark = sheet.fields(fields.entries.get('mark'), within(fields.where, 'mark'), ['least'], ['quiz']);
  const least = sheet.whole(mark, 'least', 1, 100);
  return mark.entries.has('quiz') ? { least, quiz: sheet.key(mark, 'quiz') } : { least };
}

export function requirementsTree({ requires, mark, debrief, reviewed, validMonths }: Requirements): Map<string, Tree> {
  const tree = new Map<string, Tree>([['requires', requires]]);
  if (mark) tree.set('mark', new Map<string, Tree>(Object.entries(mark)));
  if (debrief) tree.set('debrief', debrief);
  if (reviewed) tree.set('reviewed', reviewed);
  if (validMonths) tree.set('validMonths', validMonths);
  return tree;
}

type Find = (kind: PackageKind, slug: string) => PackageDocument | undefined;
type Note = (key: ProblemKey, details: Problem['details']) => Problem;

/** What a certificate asks for and nobody could do, or does anyway. */
export function requirementProblems(document: PackageDocument, find: Find, note: Note): Problem[] {
  if (document.kind !== 'programme' && document.kind !== 'module') return [];
  const { kind } = document;
  const requirements = (document.structure as ProgrammeStructure | ModuleStructure).certificate;
  const steps = stepsOf(document, find);
  if (!requirements || !steps) return []; // a module that is missing is said already
  const { requires, debrief = [], reviewed = [] } = requirements;
  const lines = requires === 'all' ? [] : requires;
  const byKind = [
    ...debrief.map((name) => ({ name, there: steps.some(({ step }) => step.kind === 'simulation' && step.scenario === name) })),
    ...reviewed.map((name) => ({ name, there: steps.some(({ step }) => step.kind === 'assignment' && step.assignment === name) })),
  ];
  return [
    ...lines
      .filter((line) => !steps.some((placed) => isMeant(line, placed, kind)))
      .map((name) => note('content.problem.certificate-lacks', { name })),
    ...byKind.filter(({ there }) => !there).map(({ name }) => note('content.problem.certificate-lacks', { name })),
    ...(requires === 'all' ? byKind.filter(({ there }) => there) : []).map(({ name }) =>
      note('content.problem.certificate-already', { name }),
    ),
    ...markProblems(requirements, steps, kind, find, note),
  ];
}

function markProblems(requirements: Requirements, steps: PlacedStep[], kind: 'programme' | 'module', find: Find, note: Note): Problem[] {
  const { mark } = requirements;
  if (!mark) return [];
  const marked = markedSteps(requirements, steps);
  if (!marked.length) return [note('content.problem.certificate-no-quiz', { name: mark.quiz ?? 'mark' })];
  const required = requiredSteps(requirements, steps, kind);
  const passMarks = marked.map((placed) => {
    const quiz = placed.step.kind === 'quiz' && required.includes(placed) ? find('quiz', placed.step.quiz) : undefined;
    return quiz ? (quiz.structure as QuizStructure).passMark : 0;
  });
  const passed = Math.min(...passMarks);
  return passed >= mark.least ? [note('content.problem.certificate-mark-low', { least: mark.least, passMark: passed })] : [];
}

/** Null when a module of a programme is not there. */
function stepsOf({ kind, slug, structure }: PackageDocument, find: Find): PlacedStep[] | null {
  if (kind === 'module') return (structure as ModuleStructure).steps.map((step) => ({ module: slug, step }));
  const modules = (structure as ProgrammeStructure).modules.map((module) => find('module', module));
  if (modules.some((module) => !module)) return null;
  return modules.flatMap((module) => (module!.structure as ModuleStructure).steps.map((step) => ({ module: module!.slug, step })));
}
