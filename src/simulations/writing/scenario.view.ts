import { publishable } from '../../content/problem';
import { CHAPTER_SCENARIO } from '../../content/structures';
import type { ScenarioStructure } from '../../content/scenario';
import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { Page } from '../../web/views/page';
import type { ChapterScenario } from './chapter-scenario.entity';
import { problemsShown } from './problems/problems.view';
import { type OwnScenario, scenarioAddress } from './scenario-of-chapter.guard';
import type { ScenarioSheet } from './scenario-pages.service';
import { stateOf, titleOf } from './scenarios.view';

/** The pages of its parts, by what comes after its address. */
const PAGES = [
  'basics',
  'roles',
  'clauses',
  'phases',
  'events',
  'objections',
  'statements',
  'questions',
  'sources',
  'texts/setting',
  'texts/reality',
] as const;
type PartPage = (typeof PAGES)[number];

/** By which a phrase and a text name it. */
const nameOf = (page: PartPage) => page.replace('texts/', '');

/** Forms of the page that are there once; each has an id of its own. */
const FORMS = ['publish', 'return', 'archive', 'share'];

/** views/simulations/scenario.hbs: a role-play as it is written: its parts, what stands against publishing it, and who may have it. */
export function scenarioPage(own: OwnScenario, { scenario, problems, cohorts }: ScenarioSheet, { say }: Page) {
  const address = scenarioAddress(own);
  const [open, state] = [!scenario.archivedAt, stateOf(scenario)];
  const { structure, texts, language } = scenario;
  const clean = publishable(problems);
  const shown = problemsShown(problems, scenario, address, say);
  return {
    chapter: { name: own.chapter.name, address: `/chapters/${own.chapter.slug}` },
    address,
    title: titleOf(scenario),
    summary: texts['summary'] ? spoken({ text: texts['summary'], language }) : null,
    version: String(scenario.version),
    ids: Object.fromEntries(FORMS.map((name) => [name, newId()])),
    open,
    state,
    language: LANGUAGE_NAMES[language],
    modes: structure.modes,
    players: structure.players,
    minutes: structure.minutes,
    publishedAt: scenario.publishedAt,
    sharedAt: scenario.sharedAt,
    clean,
    publishable: open && clean && state !== 'published',
    troubles: shown.filter(({ error }) => error),
    remarks: shown.filter(({ error }) => !error),
    parts: PAGES.map((page) => ({
      name: nameOf(page),
      address: `${address}/${page}`,
      count: countOf(scenario, page),
      written: isWritten(scenario, page),
    })),
    roles: structure.roles.map(({ key }) => ({
      name: spoken({ text: texts[`roles.${key}.name`] ?? key, language }),
      address: `${address}/preview/${key}`,
    })),
    cohorts: cohorts.map((cohort) => ({
      name: cohort.name,
      address: `/cohorts/${cohort.id}/tables/new?scenario=${CHAPTER_SCENARIO}/${scenario.slug}`,
    })),
    playable: scenario.publishedVersionId !== null && open,
    together: structure.modes.some((mode) => mode !== 'solo'),
  };
}

const COUNTED: Partial<Record<PartPage, (structure: ScenarioStructure) => number>> = {
  roles: ({ roles }) => roles.length,
  clauses: ({ clauses }) => clauses.length,
  phases: ({ phases }) => phases.length,
  events: ({ injects }) => injects.length,
  objections: ({ objections }) => objections.length,
  statements: ({ statements }) => statements.length,
  questions: ({ prompts }) => prompts.length,
  sources: ({ sources }) => sources,
};

/** How many there are of it; null for what is one text. */
function countOf({ structure }: ChapterScenario, page: PartPage): number | null {
  return COUNTED[page]?.(structure) ?? null;
}

function isWritten({ texts }: ChapterScenario, page: PartPage): boolean {
  return page === 'basics' || Boolean(texts[nameOf(page)]);
}
