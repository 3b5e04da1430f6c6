import { around, firstOpen, minutesLeft, path } from '../../src/modules/path';

const lesson = (key: string, minutes = 5) => ({ key, kind: 'lesson' as const, minutes });
const simulation = (key: string) => ({ key, kind: 'simulation' as const, minutes: 40 });
const quiz = (key: string, minutes = 10) => ({ key, kind: 'quiz' as const, minutes });
const consensus = { slug: 'm', steps: [lesson('one'), lesson('two'), quiz('check'), lesson('three'), quiz('end')] };
const on = (...done: string[]) => path(consensus, new Set(done.map((key) => `step:m/${key}`)));
const states = (...done: string[]) => on(...done).map(({ state, why }) => (why ? `${state} by ${why.step.key}` : state));

describe('the path through a module', () => {
  it.each([
    [
      'at first every lesson is open, and each quiz waits for the first lesson',
      [],
      ['open', 'open', 'locked by one', 'open', 'locked by one'],
    ],
    ['one of two lessons done keeps the quiz locked, by the other', ['one'], ['done', 'open', 'locked by two', 'open', 'locked by two']],
    ['reading ahead is allowed', ['two', 'three'], ['open', 'done', 'locked by one', 'done', 'locked by one']],
    ['the lessons before it done open a quiz, not the later one', ['one', 'two'], ['done', 'done', 'open', 'open', 'locked by three']],
    ['a quiz does not wait for another quiz', ['one', 'two', 'three'], ['done', 'done', 'open', 'done', 'open']],
    ['a quiz that is done stays done, though a lesson before it is not', ['check'], ['open', 'open', 'done', 'open', 'locked by one']],
    ['everything done', ['one', 'two', 'check', 'three', 'end'], ['done', 'done', 'done', 'done', 'done']],
  ])('%s', (_, done, expected) => expect(states(...done)).toEqual(expected));

  it('a module that is closed has nothing open; what is done stays done', () => {
    const steps = path(consensus, new Set(['step:m/one']), true);
    expect(steps.map(({ state, why }) => [state, why])).toEqual([['done', null], ...Array.from({ length: 4 }, () => ['locked', null])]);
    expect(firstOpen(steps)).toBeNull();
  });

  it('says why a step is locked', () => {
    expect(on()[2]!.why).toEqual({ reason: 'modules.path.lesson-first', step: lesson('one') });
  });

  it('looks at this module’s steps only', () => {
    expect(path(consensus, new Set(['step:other/one', 'module:m', 'one']))[0]!.state).toBe('open');
  });

  it('opens a quiz that comes first', () => {
    expect(path({ slug: 'm', steps: [quiz('start'), lesson('one')] }, new Set()).map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('opens a simulation like a quiz: when the lessons before it are done, whatever else is not', () => {
    const steps = [lesson('one'), quiz('check'), simulation('table'), lesson('two'), simulation('again')];
    const stateAfter = (...done: string[]) =>
      path({ slug: 'm', steps }, new Set(done.map((key) => `step:m/${key}`))).map(({ state }) => state);
    expect(stateAfter()).toEqual(['open', 'locked', 'locked', 'open', 'locked']);
    expect(stateAfter('one')).toEqual(['done', 'open', 'open', 'open', 'locked']);
    expect(stateAfter('one', 'two', 'again')).toEqual(['done', 'open', 'open', 'done', 'done']);
  });

  it('gives steps back with whatever else they carry', () => {
    expect(path({ slug: 'm', steps: [{ ...lesson('one'), title: 'One' }] }, new Set())[0]!.step.title).toBe('One');
  });
});

describe('continuing', () => {
  it.each([
    ['begins with the first step', [], 'one', 35],
    ['goes on with the first that is open', ['one'], 'two', 30],
    ['goes back to one that was left out', ['two', 'three'], 'one', 25],
    ['comes to the quiz', ['one', 'two'], 'check', 25],
    ['has no end before the last step', ['one', 'two', 'check', 'three'], 'end', 10],
    ['has nothing more when all is done', ['one', 'two', 'check', 'three', 'end'], undefined, 0],
  ])('%s', (_, done, key, minutes) => {
    expect(firstOpen(on(...done))?.step.key).toBe(key);
    expect(minutesLeft(on(...done))).toBe(minutes);
  });
});

describe('neighbours', () => {
  it.each([
    ['the first step has none before it', 'one', undefined, 'two'],
    ['a step in the middle has both', 'check', 'two', 'three'],
    ['the last step has none after it', 'end', 'three', undefined],
  ])('%s', (_, key, previous, next) => {
    const found = around(on(), key)!;
    expect([found.previous?.step.key, found.here.step.key, found.next?.step.key]).toEqual([previous, key, next]);
  });

  it('a step that is not there has none', () => expect(around(on(), 'nothing')).toBeNull());

  it('steps are counted from one', () => expect(on().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]));
});
