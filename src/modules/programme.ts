/** A programme: modules in order, and what its certificate requires. */
import { PackageDocument } from '../content/package';
import { ProgrammeStructure } from '../content/structures';
import { Language } from '../kernel/language';
import { Plan } from '../progress/standing';
import { LearningModule } from './learning-module';

export interface Programme extends ProgrammeStructure {
  slug: string;
  /** the original's language */
  language: Language;
}

/** The programme that a published document holds. */
export function programme({ kind, slug, language, structure }: PackageDocument): Programme {
  if (kind !== 'programme') throw new Error(`${kind} ${slug} is not a programme`);
  return { slug, language, ...(structure as ProgrammeStructure) };
}

/** What there is to do in a programme, for its standing. The modules come in any order; each one that the programme names must be there. */
export function planOf({ slug, modules }: Programme, all: readonly LearningModule[]): Plan {
  const inOrder = modules.map((name) => {
    const module = all.find((each) => each.slug === name);
    if (!module) throw new Error(`Programme ${slug} without its module ${name}`);
    return { slug: name, steps: module.steps.map(({ key }) => ({ key })) };
  });
  return { programme: slug, modules: inOrder };
}
