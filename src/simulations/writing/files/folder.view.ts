import { newId } from '../../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../../kernel/language';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Edited } from '../draft';
import type { Read } from './scenario-archive';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import { titleOf } from '../scenarios.view';

/** views/simulations/scenario-folder.hbs: a role-play as files; `found`: why the file that somebody sent was not read in. */
export function scenarioFolderPage(own: OwnScenario, found: Exclude<Read, Edited> | null = null) {
  const { chapter, scenario } = own;
  const address = scenarioAddress(own);
  const { problems, more } = found && 'problems' in found ? found : { problems: [], more: 0 };
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
    problems: problems.map(({ file, line, key, details }) => ({ file, line, key, details })),
    more,
  };
}
