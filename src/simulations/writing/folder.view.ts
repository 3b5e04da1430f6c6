import type { Problem } from '../../content/problem';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { Unreadable } from './scenario-archive';
import { type OwnScenario, scenarioAddress } from './scenario-of-chapter.guard';
import { titleOf } from './scenarios.view';

const MOST_SHOWN = 60;

/** views/simulations/scenario-folder.hbs: a role-play as files; `found`: why the file that somebody sent was not read in. */
export function scenarioFolderPage(own: OwnScenario, found: { problems: Problem[] } | Unreadable | null = null) {
  const { chapter, scenario } = own;
  const address = scenarioAddress(own);
  const problems = found && 'problems' in found ? found.problems.filter(({ severity }) => severity === 'error') : [];
  const wrong = found && 'problems' in found ? { key: 'scenarios.folder.problems', path: '' } : found;
  const errors: FormError[] | null = wrong && [{ field: 'file', key: wrong.key, details: wrong.path ? { path: wrong.path } : {} }];
  return {
    errors,
    formId: newId(),
    backFormId: newId(),
    publishedAt: scenario.publishedAt,
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    address,
    title: titleOf(scenario),
    version: String(scenario.version),
    language: LANGUAGE_NAMES[scenario.language],
    open: !scenario.archivedAt,
    about: wrong?.path || null,
    problems: problems.slice(0, MOST_SHOWN).map(({ file, line, key, details }) => ({ file, line, key, details })),
    more: Math.max(0, problems.length - MOST_SHOWN),
  };
}
