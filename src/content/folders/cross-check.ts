/** What packages say about each other: that what one names is there, and that `read again` leads to a paragraph that exists. */
import { PackageDocument, PackageKind } from '../package';
import { Problem, problem, ProblemKey } from '../problem';
import { renderMarkdown } from '../prose/markdown';
import { ModuleStructure, QuizStructure } from '../structures';
import { folderOf } from './folder';
import { requirementProblems } from './requirements-part';

type Find = (kind: PackageKind, slug: string) => PackageDocument | undefined;

export function crossCheck(documents: readonly PackageDocument[]): Problem[] {
  const find: Find = (kind, slug) => documents.find((each) => each.kind === kind && each.slug === slug);
  return documents.flatMap((document) => [
    ...document.references.flatMap(({ kind, slug }) =>
      find(kind, slug) ? [] : [note(document, 'content.problem.unknown-package', { kind, slug })],
    ),
    ...(document.kind === 'module' ? quizSteps(document, find) : []),
    ...(document.kind === 'quiz' ? readTargets(document, find) : []),
    ...requirementProblems(document, find, (key, details) => note(document, key, details)),
  ]);
}

function quizSteps(document: PackageDocument, find: Find): Problem[] {
  const { steps } = document.structure as ModuleStructure;
  return steps.flatMap((step) => {
    const quiz = step.kind === 'quiz' ? find('quiz', step.quiz) : undefined;
    const other = quiz && (quiz.structure as QuizStructure).module !== document.slug;
    return other ? [note(document, 'content.problem.quiz-of-another-module', { step: step.key, quiz: quiz.slug })] : [];
  });
}

function readTargets(document: PackageDocument, find: Find): Problem[] {
  const { module: slug, questions } = document.structure as QuizStructure;
  const module = find('module', slug);
  if (!module) return [];
  const headings = new Map(
    (module.structure as ModuleStructure).steps.filter(({ kind }) => kind === 'lesson').map(({ key }) => [key, ids(module, key)]),
  );
  return questions.flatMap(({ key, read }) => {
    const [lesson, heading] = (read ?? '').split('#');
    const there = read === null || (headings.has(lesson!) && (heading === undefined || headings.get(lesson!)!.includes(heading)));
    return there ? [] : [note(document, 'content.problem.read-target', { question: key, read })];
  });
}

function ids({ texts }: PackageDocument, lesson: string): (string | null)[] {
  return renderMarkdown(texts[`steps.${lesson}.body`] ?? '', { idea: '' }).headings.map(({ id }) => id);
}

function note(document: PackageDocument, key: ProblemKey, details: Problem['details']): Problem {
  const file = document.kind === 'programme' ? `${document.slug}.yml` : `${document.kind}.yml`;
  return problem(folderOf(document) + file, null, key, details);
}
