import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import { wordOf } from './place';

/** What every page about a part of a scenario begins with. */
export function partPlace(own: OwnScenario) {
  const { chapter, scenario } = own;
  return {
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    address: scenarioAddress(own),
    scenario: wordOf(scenario, 'title'),
    version: String(scenario.version),
    open: !scenario.archivedAt,
  };
}
