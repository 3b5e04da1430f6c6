/** What can be wrong with a file of questions, and how bad it is. */

/** An error leaves its question out; a warning says what it was read as. */
export const IMPORT_PROBLEMS = {
  'formats.problem.nothing': 'error',
  'formats.problem.unusable-characters': 'error',
  'formats.problem.brace-missing': 'error',
  'formats.problem.brace-order': 'error',
  'formats.problem.too-few-options': 'error',
  'formats.problem.no-right-option': 'error',
  'formats.problem.weights-not-whole': 'error',
  'formats.problem.weight-unknown': 'error',
  'formats.problem.empty-answer': 'error',
  'formats.problem.no-answers': 'error',
  'formats.problem.pair-without-arrow': 'error',
  'formats.problem.too-few-pairs': 'error',
  'formats.problem.not-a-number': 'error',
  'formats.problem.number-with-comma': 'error',
  'formats.problem.range-reversed': 'error',
  'formats.problem.id-twice': 'error',
  'formats.problem.category-empty': 'error',
  'formats.problem.category-goes-on': 'warning',
  'formats.problem.name-not-closed': 'warning',
  'formats.problem.more-braces': 'warning',
  'formats.problem.mark-after-brace': 'warning',
  'formats.problem.markup-unknown': 'warning',
  'formats.problem.lower-case-truth': 'warning',
  'formats.problem.weight-as-text': 'warning',
  'formats.problem.several-right': 'warning',
  'formats.problem.text-before-options': 'warning',
  'formats.problem.truth-read-as-matching': 'warning',
  'formats.problem.aiken-not-complete': 'error',
  'formats.problem.aiken-not-begun': 'error',
  'formats.problem.aiken-answer-unknown': 'error',
  'formats.problem.aiken-lower-case': 'warning',
  'formats.problem.aiken-other-letters': 'warning',
} as const;

export type ImportProblemKey = keyof typeof IMPORT_PROBLEMS;
