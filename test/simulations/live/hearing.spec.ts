import type { TableEvent } from '../../../src/simulations/engine/events';
import { cursor, heard, since } from '../../../src/simulations/live/hearing';
import { changedBy, partsNamed, PARTS, pauseOf } from '../../../src/simulations/live/parts';
import { Watch } from '../../../src/simulations/live/watch';

const seat = (role: string) => ({ seat: role });
const event = (type: string, audience: unknown, more: object = {}) =>
  ({ type, audience, seq: 0, at: 0, by: 'machine', ...more }) as TableEvent;
const said = event('statement-made', 'all');
const whisper = (...members: string[]) => event('message-sent', members);
const noted = event('position-noted', ['clinic']);

describe('what a viewer has heard', () => {
  it('is counted for them alone', () => {
    const log = [said, whisper('clinic', 'shops'), noted, event('annotation-added', 'facilitator'), said];
    expect(heard(log, seat('clinic'))).toHaveLength(3);
    expect(heard(log, seat('office'))).toHaveLength(2);
    expect(heard(log, 'observer')).toHaveLength(2);
    expect(heard(log, 'facilitator')).toHaveLength(5);
  });

  it('goes on from a moment that was named', () => {
    const log = heard([said, said, said], seat('clinic'));
    expect(since(log, seat('clinic'), cursor(seat('clinic'), 1))).toHaveLength(2);
    expect(since(log, seat('clinic'), cursor(seat('clinic'), 3))).toEqual([]);
  });

  it.each([
    ['none', null],
    ['another seat’s', 'seat-shops.1'],
    ['the facilitator’s', 'facilitator.1'],
    ['one that has not come', 'seat-clinic.4'],
    ['a negative one', 'seat-clinic.-1'],
    ['a fraction', 'seat-clinic.1.5'],
    ['one in another writing', 'seat-clinic.01'],
    ['a long one', `seat-clinic.${'9'.repeat(400)}`],
    ['something else', '../../etc'],
  ])('of %s nothing is known', (_, named) => {
    expect(since([said, said, said], seat('clinic'), named)).toBeNull();
  });
});

describe('everybody who looks at a table', () => {
  it('is told what they may hear, and nothing of the rest: not even that there was something', () => {
    const watch = new Watch<string>();
    for (const [who, viewer] of [
      ['Ada', seat('clinic')],
      ['Ben', seat('office')],
      ['Cy', seat('office')],
    ] as const)
      expect(watch.join(who, viewer, cursor(viewer, 1), [said])).toBeNull();
    const log = [said, whisper('clinic', 'shops')];
    const told = (news: ReturnType<typeof watch.hear>) =>
      news.map(({ news, watchers }) => [[...watchers].join(), news.cursor, news.changed.parts.join()]);
    expect(told(watch.hear(log))).toEqual([['Ada', 'seat-clinic.2', 'now,messages']]);
    expect(told(watch.hear([...log, said]))).toEqual([
      ['Ada', 'seat-clinic.3', 'now,floor'],
      ['Ben,Cy', 'seat-office.2', 'now,floor'],
    ]);
    expect(watch.hear([...log, said])).toEqual([]);
  });

  it('who comes in between begins where the others are, and hears the rest with them', () => {
    const watch = new Watch<string>();
    watch.join('Ada', 'observer', null, [said]);
    expect(watch.join('Ben', 'observer', cursor('observer', 1), [said, said])).toBeNull();
    expect(watch.hear([said, said]).map(({ watchers }) => [...watchers])).toEqual([['Ada', 'Ben']]);
  });

  it('whoever has left is not told, and a table nobody looks at is nobody’s', () => {
    const watch = new Watch<string>();
    watch.join('Ada', 'observer', null, [said]);
    watch.leave('Ada', 'observer');
    watch.leave('Ben', seat('clinic'));
    expect([watch.size, watch.hear([said, said])]).toEqual([0, []]);
  });

  it('who names no moment that is theirs looks at everything again', () => {
    expect(new Watch<string>().join('Ada', 'observer', 'observer.7', [said])).toEqual({
      cursor: 'observer.1',
      changed: { parts: [...PARTS] },
    });
  });
});

describe('the parts of a room', () => {
  it('a crowd waits longer from one look to the next than a few do', () => {
    expect([1, 15, 16, 60].map(pauseOf)).toEqual([0, 0, 2000, 6000]);
  });

  it('are named in their order, once', () => {
    expect(changedBy(['message-sent', 'objection-raised', 'statement-made'])).toEqual({ parts: [...PARTS] });
    expect(changedBy([])).toEqual({ parts: [] });
    expect(partsNamed('now,text')).toEqual(['now', 'text']);
    for (const none of ['brief', 'now,brief', '', 'now,', 'now,text,now']) expect(() => partsNamed(none)).toThrow();
  });

  it('that change only a little can wait, unless they change for another reason', () => {
    expect(changedBy(['stance-set'])).toEqual({ parts: ['now', 'table'], later: ['text'] });
    expect(changedBy(['stance-set', 'objection-raised'])).toEqual({ parts: ['now', 'table', 'text'] });
  });

  it('are announced in 300 bytes at the most, whatever a seat is called', () => {
    const text = `id: ${cursor(seat('x'.repeat(64)), 999_999_999)}\ndata: ${JSON.stringify({ parts: PARTS, later: ['text'], pause: 300_000 })}\n\n`;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300);
  });
});
