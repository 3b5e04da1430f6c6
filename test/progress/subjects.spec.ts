import { moduleSubject, programmeSubject, stepSubject, subjectParts } from '../../src/progress/subjects';

describe('subjects of the ledger', () => {
  it.each([
    [
      'a step',
      stepSubject('rough-consensus', 'quiz'),
      'step:rough-consensus/quiz',
      { kind: 'step', module: 'rough-consensus', step: 'quiz' },
    ],
    ['a module', moduleSubject('rough-consensus'), 'module:rough-consensus', { kind: 'module', module: 'rough-consensus' }],
    ['a programme', programmeSubject('taking-part'), 'programme:taking-part', { kind: 'programme', programme: 'taking-part' }],
  ])('name %s, and say again what they name', (_, subject, written, parts) => {
    expect(subject).toBe(written);
    expect(subjectParts(subject)).toEqual(parts);
  });

  it('fit into their column at their longest', () => {
    const longest = 'x'.repeat(64);
    expect(stepSubject(longest, longest).length).toBeLessThanOrEqual(160);
  });

  it.each([
    [''],
    ['step:a'],
    ['step:a/b/c'],
    ['step:/b'],
    ['step:a/'],
    ['module:'],
    ['module:a/b'],
    ['quiz:a'],
    [' module:a'],
    ['module:a:b'],
  ])('%p names nothing', (subject) => expect(subjectParts(subject)).toBeNull());
});
