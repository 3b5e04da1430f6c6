/** Where each kind of step is done. Words, not imports: the activities above answer at these addresses. */
const PLACES = { lesson: 'lessons', quiz: 'quizzes', simulation: 'simulations', assignment: 'assignments' } as const;

export function stepAddress(enrolmentId: string, module: string, step: { kind: keyof typeof PLACES; key: string }): string {
  return `/${PLACES[step.kind]}/${enrolmentId}/${module}/${step.key}`;
}
