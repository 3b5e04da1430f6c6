/** What is different in newer versions, as people would tell it: module by module, step by step. A kind of step that is not known here is compared by its words. */
import { canonical } from '../../content/canonical';
import type { PackageDocument, Texts } from '../../content/package';
import type { ModuleStructure, ProgrammeStructure } from '../../content/structures';
import { moved } from './edits';
import { type QuizChange, quizChange } from './quiz-change';
import { partsChanged, type PartChange, reworded, type Renamed, renamed } from './texts';

/** What a cohort is pinned to: by `<kind>:<slug>`, as pins are. */
export type Edition = Readonly<Record<string, PackageDocument>>;

export type Became = 'added' | 'removed' | 'changed';

export interface StepChange {
  key: string;
  kind: string;
  became: Became;
  moved: boolean;
  renamed: Renamed | null;
  minutes: { was: number; now: number } | null;
  /** Words, by the part of the step in which they stand. */
  parts: PartChange[];
  /** Of a quiz. */
  quiz: QuizChange | null;
  /** Something behind the words: what is right, what belongs to it. */
  otherwise: boolean;
}

export interface ModuleChange {
  slug: string;
  became: Became;
  moved: boolean;
  renamed: Renamed | null;
  parts: PartChange[];
  otherwise: boolean;
  steps: StepChange[];
}

export interface Difference {
  programme: { renamed: Renamed | null; parts: PartChange[] };
  /** Only those in which something changed: in their new order, then those that are gone. */
  modules: ModuleChange[];
}

/** A step of whatever kind. */
interface AnyStep {
  key: string;
  kind: string;
  minutes: number;
}

const NOTHING: Texts = {};

export function difference(was: Edition, now: Edition): Difference {
  const name = Object.keys(now).find((one) => one.startsWith('programme:'))!;
  const [old, fresh] = [was[name]!, now[name]!];
  const [before, after] = [modulesOf(old), modulesOf(fresh)];
  const shifted = moved(before, after);
  const kept = after.map((slug) => moduleChange(slug, before.includes(slug) ? was : null, now, shifted.has(slug)));
  const gone = before.filter((slug) => !after.includes(slug)).map((slug) => moduleChange(slug, was, null, false));
  return {
    programme: { renamed: renamed(old.texts, fresh.texts, 'title'), parts: partsChanged(old.texts, fresh.texts, '', ['title']) },
    modules: [...kept, ...gone].filter(isSomething),
  };
}

/** The steps that somebody finds who had seen the older versions, as `<module>/<step>`. */
export function stepsAdded({ modules }: Difference): string[] {
  return modules.flatMap(({ slug, steps }) => steps.flatMap(({ key, became }) => (became === 'added' ? [`${slug}/${key}`] : [])));
}

const modulesOf = ({ structure }: PackageDocument) => (structure as ProgrammeStructure).modules;
const stepsOf = (document: PackageDocument | null) => ((document?.structure as ModuleStructure | undefined)?.steps ?? []) as AnyStep[];

function isSomething({ became, moved: shifted, renamed: title, parts, otherwise, steps }: ModuleChange): boolean {
  return became !== 'changed' || shifted || title !== null || parts.length > 0 || otherwise || steps.length > 0;
}

function moduleChange(slug: string, was: Edition | null, now: Edition | null, shifted: boolean): ModuleChange {
  const [old, fresh] = [was?.[`module:${slug}`] ?? null, now?.[`module:${slug}`] ?? null];
  const both = old !== null && fresh !== null;
  const own = (texts: Texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('steps.')));
  return {
    slug,
    became: both ? 'changed' : fresh ? 'added' : 'removed',
    moved: shifted,
    renamed: both ? renamed(old.texts, fresh.texts, 'title') : null,
    parts: both ? partsChanged(own(old.texts), own(fresh.texts), '', ['title']) : [],
    otherwise: both && differ(withoutSteps(old), withoutSteps(fresh)),
    steps: stepChanges(old, fresh, was ?? {}, now ?? {}),
  };
}

function withoutSteps({ structure }: PackageDocument): object {
  return { ...(structure as ModuleStructure), steps: [] };
}

function stepChanges(old: PackageDocument | null, fresh: PackageDocument | null, was: Edition, now: Edition): StepChange[] {
  const [before, after] = [stepsOf(old), stepsOf(fresh)];
  const keys = (steps: AnyStep[]) => steps.map(({ key }) => key);
  const shifted = moved(keys(before), keys(after));
  const [oldTexts, newTexts] = [old?.texts ?? NOTHING, fresh?.texts ?? NOTHING];
  const kept = after.map((step) => {
    const earlier = before.find(({ key }) => key === step.key);
    if (!earlier) return bare(step, 'added');
    return stepChange(earlier, step, { was: oldTexts, now: newTexts }, { was, now }, shifted.has(step.key));
  });
  const gone = before.filter(({ key }) => !keys(after).includes(key)).map((step) => bare(step, 'removed'));
  return [...kept, ...gone].filter((step) => step !== null);
}

function bare({ key, kind }: AnyStep, became: Became): StepChange {
  return { key, kind, became, moved: false, renamed: null, minutes: null, parts: [], quiz: null, otherwise: false };
}

interface Both<T> {
  was: T;
  now: T;
}

function stepChange(old: AnyStep, fresh: AnyStep, texts: Both<Texts>, editions: Both<Edition>, shifted: boolean): StepChange | null {
  const at = `steps.${fresh.key}.`;
  const [first, second] = [attached(old, editions.was), attached(fresh, editions.now)];
  const quizzes = first?.kind === 'quiz' && second?.kind === 'quiz' && first.slug === second.slug;
  const change: StepChange = {
    ...bare(fresh, 'changed'),
    moved: shifted,
    renamed: renamed(texts.was, texts.now, `${at}title`),
    minutes: old.minutes === fresh.minutes ? null : { was: old.minutes, now: fresh.minutes },
    parts: [
      ...partsChanged(texts.was, texts.now, at, ['title']),
      ...(quizzes ? [] : reworded('attached', first?.texts ?? NOTHING, second?.texts ?? NOTHING)),
    ],
    quiz: quizzes ? quizChange(first, second) : null,
    otherwise: differ(behind(old), behind(fresh)) || (!quizzes && differ(first?.structure ?? null, second?.structure ?? null)),
  };
  const same = !shifted && !change.renamed && !change.minutes && !change.parts.length && !change.quiz && !change.otherwise;
  return same ? null : change;
}

/** What a step is beside its words and its time. */
function behind(step: AnyStep): object {
  return { ...step, minutes: 0 };
}

/** The package that a step names: `quiz: <slug>`, `scenario: <slug>`, or whatever comes later in the same manner. */
function attached(step: AnyStep, edition: Edition): PackageDocument | null {
  const name = Object.entries(step).find(([kind, slug]) => typeof slug === 'string' && Object.hasOwn(edition, `${kind}:${slug}`));
  return name ? edition[`${name[0]}:${name[1] as string}`]! : null;
}

function differ(a: unknown, b: unknown): boolean {
  return canonical(a) !== canonical(b);
}
