import { spoken } from '../../content/translation';
import type { Became, ModuleChange, StepChange } from '../../cohorts/adoption/difference';
import type { Rewritten } from '../../cohorts/adoption/rewording';
import type { PartChange } from '../../cohorts/adoption/texts';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { phase } from '../../cohorts/schedule';
import { newId } from '../../kernel/identifier';
import { directionOf, type Language } from '../../kernel/language';
import type { ModuleOutline, ProgrammeOutline } from '../../modules/outlines.service';
import type { Prospect } from './adoption-pages.service';

interface Standing {
  passedOver: string | null;
  /** Something changed under the page that was sent. */
  stale: boolean;
  now: Date;
}

/** Parts of things whose words have a name of their own on the page; others are just words. */
const PARTS = ['title', 'summary', 'body', 'glossary', 'check', 'sources', 'attached'];

/** views/oversight/adoption.hbs: what changed, what it means for people, and two buttons. */
export function adoptionPage({ cohort, chapter }: OwnCohort, prospect: Prospect | null, { passedOver, stale, now }: Standing) {
  const address = `/cohorts/${cohort.id}`;
  const over = phase(cohort, now) === 'over';
  return {
    adoptFormId: newId(),
    laterFormId: newId(),
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    action: `${address}/newer`,
    version: String(cohort.version),
    newest: prospect?.fingerprint ?? '',
    stale,
    over,
    mayDecide: prospect !== null && !over,
    passedOver: prospect !== null && prospect.fingerprint === passedOver,
    changes: prospect && changesIn(prospect),
  };
}

function changesIn(prospect: Prospect) {
  const { difference, was, now, language } = prospect;
  const { renamed, parts } = difference.programme;
  const direction = directionOf(language);
  return {
    language,
    direction,
    programme: renamed || parts.length ? { title: spoken(now.title), renamed: renamed?.pieces ?? null, parts: partsOf(parts) } : null,
    modules: difference.modules.map((module) => moduleOf(module, was, now, { language, direction })),
    people: peopleIn(prospect),
    nothing: !renamed && !parts.length && !difference.modules.length,
  };
}

interface Written {
  language: Language;
  direction: string;
}

function moduleOf(change: ModuleChange, was: ProgrammeOutline, now: ProgrammeOutline, written: Written) {
  const find = ({ modules }: ProgrammeOutline) => modules.find(({ slug }) => slug === change.slug);
  const [before, after] = [find(was), find(now)];
  return {
    ...written,
    title: spoken((after ?? before)!.title),
    became: change.became,
    moved: change.moved,
    renamed: change.renamed?.pieces ?? null,
    parts: partsOf(change.parts),
    otherwise: change.otherwise,
    steps: change.steps.map((step) => stepOf(step, before, after, written)),
  };
}

function stepOf(change: StepChange, before: ModuleOutline | undefined, after: ModuleOutline | undefined, written: Written) {
  const { became, kind, moved, renamed, minutes, parts, quiz, otherwise } = change;
  const find = (outline: ModuleOutline | undefined) => outline?.steps.find(({ key }) => key === change.key);
  const paragraphs = parts.reduce((sum, part) => sum + part.paragraphs.length, 0);
  return {
    ...written,
    title: spoken((find(after) ?? find(before))!.title),
    kind,
    became,
    moved,
    renamed: renamed?.pieces ?? null,
    minutes,
    paragraphs,
    parts: partsOf(parts),
    otherwise,
    passMark: quiz?.passMark ?? null,
    timeLimit: quiz?.minutes ?? null,
    questions: (quiz?.questions ?? []).map((question) => ({ ...question, ...written, paragraphs: question.paragraphs.map(paragraphOf) })),
    counts: quiz ? countsOf(quiz.questions) : null,
    more: parts.length > 0 || (quiz?.questions.length ?? 0) > 0,
  };
}

function countsOf(questions: readonly { became: Became }[]) {
  const count = (wanted: Became) => questions.filter(({ became }) => became === wanted).length;
  return questions.length ? { added: count('added'), removed: count('removed'), changed: count('changed') } : null;
}

function partsOf(parts: readonly PartChange[]) {
  return parts.map(({ part, paragraphs }) => ({
    part: PARTS.includes(part) ? part : 'other',
    paragraphs: paragraphs.map(paragraphOf),
  }));
}

function paragraphOf({ did, pieces }: Rewritten) {
  return { did, pieces: pieces.map(({ did: piece, text }) => ({ gone: piece === 'go', fresh: piece === 'come', text })) };
}

function peopleIn({ effects, attempts, tables, works, difference, was }: Prospect) {
  const touched = new Set(difference.modules.map(({ slug }) => slug));
  const modules = was.modules.filter(({ slug }) => touched.has(slug) && effects.modules.has(slug));
  const { finished, finishing, more } = effects;
  return {
    finished,
    finishing,
    more,
    attempts,
    tables,
    works,
    modules: modules.map(({ slug, title }) => ({ people: effects.modules.get(slug)!, title: spoken(title) })),
    nobody: !finished && !finishing && !more && !attempts && !tables && !works && !modules.length,
  };
}
