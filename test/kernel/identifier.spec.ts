import { isId, newId } from '../../src/kernel/identifier';

describe('an id', () => {
  it('is a UUID of version 7 with the time in front', () => {
    const id = newId(Date.UTC(2100, 0, 1)); // later than any other test's clock
    expect(isId(id)).toBe(true);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1));
  });

  it('ascends, also within one millisecond and when the clock goes back', () => {
    const now = Date.UTC(2100, 0, 2);
    const ids = [...Array.from({ length: 10_000 }, () => newId(now)), newId(now - 5000), newId(now + 60_000)];
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is recognised when the count within a millisecond has run over', () => {
    const now = Date.UTC(2100, 0, 3);
    expect(Array.from({ length: 5000 }, () => newId(now)).every(isId)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['another version', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
    ['capitals', newId().toUpperCase()],
    ['something after it', `${newId()} `],
    ['a number', 7],
    ['undefined', undefined],
  ])('is not %s', (_, value) => expect(isId(value)).toBe(false));
});
