import { explore } from '../../../src/simulations/solo/explore';
import { libraryScenarios } from './scenarios';

/** While writing one, explore it for every role: `SCENARIO=<slug> npx jest --runTestsByPath test/simulations/solo/library.spec.ts`. */
const wanted = process.env.SCENARIO;

describe.each(libraryScenarios().filter(({ slug }) => !wanted || slug === wanted))('$slug', ({ slug, scenario, problems }) => {
  it('says what its author meant', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario).not.toBeNull();
  });

  const alone = scenario?.modes.includes('solo') ? scenario.roles.filter(({ playable }) => playable) : [];
  it.each((wanted ? alone : alone.slice(0, 1)).map(({ key }) => key))('is worth playing as %s', (role) => {
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
  });
});
