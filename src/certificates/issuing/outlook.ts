/** How a certificate stands, in the reader's language: what it is about, and what is missing. */
import { type Shown, type Spoken, spoken } from '../../content/translation';
import type { Eligibility, Goal, MissingMark } from './eligibility';

interface Step {
  key: string;
  kind: 'lesson' | 'quiz' | 'simulation' | 'assignment';
  minutes: number;
  title: Shown;
}

interface Module {
  slug: string;
  title: Shown;
  steps: Step[];
}

interface Programme {
  title: Shown;
  modules: Module[];
}

export interface Outlook {
  about: string;
  /** What it is for. */
  spoken: Spoken;
  earned: boolean;
  /** What is still to be done, module by module. */
  modules: { slug: string; title: Spoken; steps: Step[] }[];
  mark: (Omit<MissingMark, 'quiz'> & { quiz: { module: string; step: Step } | null }) | null;
  /** The other certificates of the programme. */
  others: { about: string; spoken: Spoken; earned: boolean }[];
}

type Prospect = Eligibility & { goal: Goal };

export function outlookOf(prospect: Prospect, others: readonly Prospect[], programme: Programme): Outlook {
  const { goal, earned } = prospect;
  const steps = earned ? [] : prospect.missing.steps;
  const missing = new Set(steps.map(({ module, step }) => `${module}/${step.key}`));
  const modules = programme.modules.map(({ slug, title, steps: all }) => ({
    slug,
    title: spoken(title),
    steps: all.filter(({ key }) => missing.has(`${slug}/${key}`)),
  }));
  return {
    about: goal.about,
    spoken: titleOf(goal, programme),
    earned,
    modules: modules.filter((module) => module.steps.length > 0),
    mark: earned ? null : markOf(prospect.missing.mark, programme),
    others: others.map((one) => ({ about: one.goal.about, spoken: titleOf(one.goal, programme), earned: one.earned })),
  };
}

/** What a certificate is named after. */
export function titleOf({ kind, about }: Pick<Goal, 'kind' | 'about'>, { title, modules }: Programme): Spoken {
  return spoken((kind === 'module' ? modules.find(({ slug }) => slug === about)?.title : null) ?? title);
}

function markOf(mark: MissingMark | null, { modules }: Programme): Outlook['mark'] {
  if (!mark?.quiz) return mark && { ...mark, quiz: null };
  const { module, step } = mark.quiz;
  const found = modules.find(({ slug }) => slug === module)!.steps.find(({ key }) => key === step.key)!;
  return { ...mark, quiz: { module, step: found } };
}
