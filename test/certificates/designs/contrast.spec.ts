import { colourProblem, contrast, isColour } from '../../../src/certificates/designs/contrast';
import { HOUSE_DESIGN } from '../../../src/certificates/designs/design';

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#ffffff', 1],
    ['#2138B4', '#fffdf9', 9.06],
  ])('of %s on %s', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it.each([
    ['the house’s own', HOUSE_DESIGN.colours, null],
    ['lines that just suffice', { ink: '#767676', paper: '#ffffff' }, null],
    ['lines that just do not', { ink: '#777777', paper: '#ffffff' }, { field: 'ink', ratio: 4.4 }],
    ['a dark paper', { ink: '#ffffff', paper: '#222222' }, { field: 'paper', ratio: 1 }],
    ['a paper on which small words fade', { ink: '#000000', paper: '#cccccc' }, { field: 'paper', ratio: 4.3 }],
  ])('is enough or not: %s', (_, colours, problem) => {
    expect(colourProblem(colours)).toEqual(problem);
  });

  it.each(['', '#fff', 'red', '#12345g', '#1234567', 'url(x)'])('takes only colours of six signs: %s', (text) => {
    expect(isColour(text)).toBe(false);
  });
});
