import { explore } from '../../../src/simulations/solo/explore';
import { sampleScenario, withRole } from '../sample-scenario';

describe('what the sample has in it for the operators', () => {
  const found = explore(sampleScenario(), 'operators');

  it('one slot at a time the zone is missed; a package finds it', () => {
    expect(found.combinations).toBe(72);
    expect(found.zone).toHaveLength(10);
    expect(found.ways.silent).toEqual({ runs: 1, agreed: 0 });
    expect(found.ways['one-by-one'].agreed).toBe(0);
    expect(found.ways.packages).toEqual({ runs: 10, agreed: 10 });
    expect(found.earliestRound).toBe(3);
  });

  it('objections that are answered open ways that silence does not', () => {
    expect(found.ways['one-by-one-answering'].agreed).toBeGreaterThan(found.ways['one-by-one'].agreed);
  });

  it('several ends can be reached, and none is one of them', () => {
    expect(found.outcomes).toContain('no-agreement');
    expect(found.outcomes.length).toBeGreaterThan(3);
  });
});

it('where one cannot move at all, nothing is agreed', () => {
  const plain = sampleScenario();
  const { script } = plain.roles.find(({ key }) => key === 'ministry')!;
  const stubborn = withRole(plain, 'ministry', { script: { ...script!, aspiration: 100, reservation: 100 } });
  const objections = plain.objections.map((each) => ({ ...each, answers: each.answers.map((one) => ({ ...one, addresses: false })) }));
  const { zone, outcomes, earliestRound } = explore({ ...stubborn, objections }, 'operators');
  expect({ zone, outcomes, earliestRound }).toEqual({ zone: [], outcomes: ['no-agreement'], earliestRound: null });
});
