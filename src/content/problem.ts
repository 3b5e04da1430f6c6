/** Something an author should put right before or after publishing: where it is, and which phrase says what it is. */

/** Every problem that can be found, and whether it keeps the package from being published. */
export const PROBLEMS = {
  'content.problem.yaml': 'error',
  'content.problem.front-matter': 'error',
  'content.problem.missing-file': 'error',
  'content.problem.unknown-file': 'warning',
  'content.problem.not-a-map': 'error',
  'content.problem.not-a-list': 'error',
  'content.problem.not-a-text': 'error',
  'content.problem.missing-key': 'error',
  'content.problem.unknown-key': 'error',
  'content.problem.duplicate-key': 'error',
  'content.problem.bad-key': 'error',
  'content.problem.bad-value': 'error',
  'content.problem.out-of-range': 'error',
  'content.problem.too-few': 'error',
  'content.problem.too-many': 'error',
  'content.problem.unknown-option': 'error',
  'content.problem.unknown-name': 'error',
  'content.problem.right-missing': 'error',
  'content.problem.right-in-words': 'error',
  'content.problem.gap-not-in-text': 'error',
  'content.problem.gap-unknown': 'error',
  'content.problem.unshowable': 'error',
  'content.problem.lacks-text': 'error',
  'content.problem.lacks-feedback': 'warning',
  'content.problem.unknown-text': 'error',
  'content.problem.translation-lacks-file': 'warning',
  'content.problem.translation-lacks-text': 'warning',
  'content.problem.translation-extra-text': 'warning',
  'content.problem.translation-lacks-heading': 'warning',
  'content.problem.slug-differs': 'error',
  'content.problem.unknown-package': 'error',
  'content.problem.quiz-of-another-module': 'error',
  'content.problem.read-target': 'error',
  'content.problem.html-shown-as-text': 'warning',
  'content.problem.picture-shown-as-text': 'warning',
  'content.problem.link-shown-as-text': 'warning',
  'content.problem.unknown-term': 'error',
  'content.problem.unused-term': 'warning',
  'content.problem.unknown-heading': 'warning',
  'content.problem.heading-without-id': 'error',
  'content.problem.heading-bad-id': 'error',
  'content.problem.heading-twice': 'error',
  'content.problem.heading-too-high': 'warning',
  'content.problem.heading-skips': 'warning',
  'content.problem.block-not-closed': 'error',
  'content.problem.block-unknown': 'error',
  'content.problem.name-too-long': 'error',
  'content.problem.slot-not-in-text': 'error',
  'content.problem.slot-unknown': 'error',
  'content.problem.slot-twice': 'error',
  'content.problem.too-many-texts': 'error',
  'content.problem.nothing-tabled': 'error',
  'content.problem.all-options': 'error',
  'content.problem.condition': 'error',
  'content.problem.too-deep': 'error',
  'content.problem.amends-two-clauses': 'error',
  'content.problem.red-line-objection': 'error',
  'content.problem.remedy-crosses-red-line': 'error',
  'content.problem.one-chair': 'error',
  'content.problem.too-few-seats': 'error',
  'content.problem.role-without-script': 'error',
  'content.problem.nobody-alone': 'error',
  'content.problem.role-without-conflict': 'error',
  'content.problem.phase-lacks': 'error',
  'content.problem.phase-order': 'error',
  'content.problem.phase-unreachable': 'error',
  'content.problem.inject-too-late': 'error',
  'content.problem.prompt-order': 'error',
  'content.problem.prompt-lacks': 'error',
  'content.problem.long-briefing': 'error',
  'content.problem.reality-without-sources': 'error',
  'content.problem.nothing-handed-in': 'error',
  'content.problem.no-points': 'error',
  'content.problem.levels-order': 'error',
  'content.problem.rubric-points': 'error',
  'content.problem.draw-too-many': 'error',
  'content.problem.bands-order': 'error',
  'content.problem.certificate-lacks': 'error',
  'content.problem.certificate-no-quiz': 'error',
  'content.problem.certificate-mark-low': 'warning',
  'content.problem.certificate-already': 'warning',
} as const;

export type ProblemKey = keyof typeof PROBLEMS;
export type Severity = 'error' | 'warning';

export interface Problem {
  file: string;
  /** counted from 1, or null when it is about the whole file */
  line: number | null;
  /** a phrase key */
  key: ProblemKey;
  /** the values that the phrase needs */
  details: Record<string, string | number>;
  severity: Severity;
}

export function problem(file: string, line: number | null, key: ProblemKey, details: Problem['details'] = {}): Problem {
  return { file, line, key, details, severity: PROBLEMS[key] };
}

/** A problem in a sentence after its place, as in `modules/naming/module.yml:7 There is …`. */
export function told({ file, line, key, details }: Problem, say: (key: ProblemKey, details: Problem['details']) => string): string {
  return `${file}${line === null ? '' : `:${line}`} ${say(key, details)}`;
}

/** True when nothing found keeps the package from being published. */
export function publishable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity === 'warning');
}
