import type { OwnChapter } from '../../chapters/chapter-team.guard';
import type { ScenarioStructure } from '../../content/scenario';
import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES, LANGUAGES } from '../../kernel/language';
import type { Submitted } from '../../web/forms/form.pipe';
import type { ChapterScenario } from './chapter-scenario.entity';
import type { Original } from './originals.service';
import type { NewScenarioForm } from './writing.form';

/** views/simulations/scenarios.hbs: the role-plays that a chapter writes, and what a new one can begin with. */
export function scenariosPage(
  { chapter }: OwnChapter,
  scenarios: readonly ChapterScenario[],
  originals: readonly Original[],
  wrong: Submitted<NewScenarioForm> | null,
) {
  const address = `/chapters/${chapter.slug}`;
  const rows = scenarios.map((scenario) => ({
    title: titleOf(scenario),
    summary: spoken({ text: scenario.texts['summary'] ?? '', language: scenario.language }),
    address: `${address}/scenarios/${scenario.slug}`,
    state: stateOf(scenario),
    shared: scenario.sharedAt !== null,
    roles: scenario.structure.roles.length,
    archived: scenario.archivedAt !== null,
  }));
  return {
    errors: wrong?.errors ?? null,
    formId: newId(),
    copyFormId: newId(),
    chapter: { name: chapter.name, address },
    action: `${address}/scenarios`,
    scenarios: rows.filter(({ archived }) => !archived),
    archived: rows.filter(({ archived }) => archived),
    title: wrong?.values.title ?? '',
    languages: LANGUAGES.map((language) => ({
      value: language,
      label: LANGUAGE_NAMES[language],
      language,
      selected: language === (wrong?.values.language ?? chapter.language),
    })),
    originals: originals.map(({ document, from }) => original(document, from)),
  };
}

function original({ slug, language, texts, structure }: Original['document'], from: Original['from']) {
  const { players, minutes } = structure as ScenarioStructure;
  return {
    slug,
    title: spoken({ text: texts['title']!, language }),
    summary: spoken({ text: texts['summary']!, language }),
    from: from.kind,
    chapter: from.kind === 'shared' ? from.chapter : null,
    language: LANGUAGE_NAMES[language],
    players,
    minutes,
  };
}

/** A role-play by its title, in its own language. */
export function titleOf({ texts, language, slug }: Pick<ChapterScenario, 'texts' | 'language' | 'slug'>) {
  return spoken({ text: texts['title'] ?? slug, language });
}

/** `draft`: never published · `published` · `changed`: there is something that the published version does not have. */
export function stateOf({ publishedAt, publishedEdition, version }: ChapterScenario): 'draft' | 'published' | 'changed' {
  if (!publishedAt) return 'draft';
  return publishedEdition === version ? 'published' : 'changed';
}
