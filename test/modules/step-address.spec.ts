import { stepAddress } from '../../src/modules/step-address';

describe('where a step is done', () => {
  it.each([
    ['lesson', '/lessons/e/m/s'],
    ['quiz', '/quizzes/e/m/s'],
    ['simulation', '/simulations/e/m/s'],
  ] as const)('a %s at %s', (kind, address) => expect(stepAddress('e', 'm', { kind, key: 's' })).toBe(address));
});
