import { CHAPTER_SCENARIO } from '../../content/structures';
import type { ScenarioStructure } from '../../content/scenario';
import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { ChapterScenario } from './chapter-scenario.entity';
import { nameOf, pageFor, PAGES, type PartPage } from './mending';
import { type OwnScenario, scenarioAddress } from './scenario-of-chapter.guard';
import type { ScenarioSheet } from './scenario-pages.service';
import { stateOf, titleOf } from './scenarios.view';

/** Forms of the page that are there once; each has an id of its own. */
const FORMS = ['publish', 'return', 'archive', 'share'];

/** views/simulations/scenario.hbs: a role-play as it is written: its parts, what stands against publishing it, and who may have it. */
export function scenarioPage(own: OwnScenario, { scenario, problems, document, cohorts }: ScenarioSheet) {
  const address = scenarioAddress(own);
  const [open, state] = [!scenario.archivedAt, stateOf(scenario)];
  const { structure, texts, language } = scenario;
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
    clean: document !== null,
    publishable: open && document !== null && state !== 'published',
    troubles: problems.filter(({ severity }) => severity === 'error').map((problem) => trouble(address, problem)),
    remarks: problems.filter(({ severity }) => severity === 'warning').map((problem) => trouble(address, problem)),
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

function trouble(address: string, problem: ScenarioSheet['problems'][number]) {
  const page = pageFor(problem);
  return { key: problem.key, details: problem.details, file: problem.file, page: nameOf(page), address: `${address}/${page}` };
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
