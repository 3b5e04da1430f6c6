import { explore } from '../../../src/simulations/solo/explore';
import { libraryScenarios } from './scenarios';

/** What a scenario has in it for somebody alone: run this file alone while writing one, and read what it prints. */
describe.each(libraryScenarios())('$slug', ({ slug, scenario, problems }) => {
  it('says what its author meant', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario).not.toBeNull();
  });

  const alone = scenario?.modes.includes('solo') ? scenario.roles.filter(({ playable }) => playable) : [];
  it.each(alone.map(({ key }) => key))(
    'is worth playing as %s',
    (role) => {
      const { combinations, zone, outcomes, earliestRound, ways } = explore(scenario!, role);
      const figures = Object.entries(ways).map(([way, { runs, agreed }]) => `${way} ${agreed} of ${runs}`);
      process.stdout.write(
        `${slug} as ${role}: ${zone.length} of ${combinations} texts acceptable to all · agreed ${figures.join(', ')} · ` +
          `first package taken in round ${earliestRound ?? 'none'} · ${outcomes.length} ends:\n  ${outcomes.join('\n  ')}\n`,
      );
      expect(zone.length).toBeGreaterThan(0);
      expect(4 * zone.length).toBeLessThanOrEqual(combinations);
      expect(outcomes.length).toBeGreaterThanOrEqual(3);
    expect({ silence: ways.silent.agreed, packages: ways.packages.agreed > 0 }).toEqual({ silence: 0, packages: true });
    },
    120_000,
  );
});
