import { NotFound } from '../../src/kernel/not-found';
import { Refusal } from '../../src/kernel/refusal';

describe('saying no', () => {
  it('carries a phrase key and the values that the phrase needs', () => {
    const refusal = new Refusal('quizzes.refusal.attempt-over', { at: new Date(0) });
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.reason, refusal.details]).toEqual(['quizzes.refusal.attempt-over', { at: new Date(0) }]);
  });

  it('needs no values', () => expect(new Refusal('people.refusal.no').details).toEqual({}));

  it('is not the same as having no such thing', () => expect(new NotFound()).not.toBeInstanceOf(Refusal));
});
