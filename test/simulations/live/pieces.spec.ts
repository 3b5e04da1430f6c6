import fc from 'fast-check';
import { type Patch, patch, piecesOf } from '../../../src/simulations/live/pieces';
import { Prints } from '../../../src/simulations/live/prints';

const put = (patched: Patch, known: readonly string[]) => patched.flatMap((one) => (typeof one === 'string' ? [one] : known.slice(...one)));

describe('what is printed, in pieces', () => {
  it('put together is what was printed, part by part', () => {
    const html =
      '\n<div data-part="now"><p>a</p></div><div data-part="floor"><ul><li>b<li>c</ul></div><div data-part="now"><p>d</p></div>\n';
    const parts = piecesOf(html);
    expect([...parts.keys()]).toEqual(['', 'now', 'floor']);
    expect(parts.get('now')!.join('')).toBe('<div data-part="now"><p>a</p></div><div data-part="now"><p>d</p></div>\n');
    expect(parts.get('floor')).toEqual(['<div data-part="floor"><ul>', '<li>b', '<li>c</ul></div>']);
  });

  it('whatever was there before, the patch makes what is there now', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 });
    fc.assert(fc.property(some, some, (fresh, known) => expect(put(patch(fresh, known), known)).toEqual(fresh)));
  });

  it('sends nothing that is known, and takes what stands together at once, although much of it is alike', () => {
    const known = ['x', 'sign', 'y', 'sign', 'z', 'sign', 'end'];
    expect(patch(known, known)).toEqual([[0, 7]]);
    expect(patch(['x', 'sign', 'new', 'sign', 'y', 'sign', 'z', 'sign', 'end'], known)).toEqual([[0, 2], 'new', [3, 4], [2, 7]]);
    expect(patch(['x', 'sign', 'z', 'sign', 'end'], known)).toEqual([
      [0, 2],
      [4, 7],
    ]);
  });
});

describe('what was sent', () => {
  it('is known by its mark, to whom it was sent', () => {
    const prints = new Prints();
    const mark = prints.keep('the table chair', ['a', 'b']);
    expect(prints.of('the table chair', mark)).toEqual(['a', 'b']);
    for (const [whose, other] of [
      ['the table university', mark],
      ['the table chair', ''],
      ['the table chair', `${mark}0`],
    ])
      expect(prints.of(whose!, other!)).toEqual([]);
    expect(new Prints().of('the table chair', mark)).toEqual([]);
  });

  it('is kept until its page has what came after it: an answer can be lost', () => {
    const prints = new Prints();
    const first = prints.keep('somebody', ['a']);
    const second = prints.keep('somebody', ['a', 'b'], first);
    expect(prints.of('somebody', first)).toEqual(['a']);
    expect(prints.of('somebody', second)).toEqual(['a', 'b']);
    expect(prints.of('somebody', first)).toEqual([]);
  });

  it('is forgotten when there is no room for it, the oldest first', () => {
    const prints = new Prints(100);
    const marks = ['a', 'b', 'c'].map((name) => prints.keep('somebody', [name, name]));
    expect(marks.map((mark) => prints.of('somebody', mark))).toEqual([[], ['b', 'b'], ['c', 'c']]);
    const large = prints.keep('somebody', Array.from({ length: 90 }, String));
    expect([...marks, large].map((mark) => prints.of('somebody', mark).length)).toEqual([0, 0, 0, 0]);
  });

  it('is forgotten after half an hour', () => {
    const prints = new Prints();
    const minutes = (count: number) => count * 60_000;
    const marks = [0, 10, 29].map((at) => prints.keep('somebody', ['a'], '', minutes(at)));
    const last = prints.keep('somebody', ['a'], '', minutes(41));
    expect([...marks, last].map((mark) => prints.of('somebody', mark).length)).toEqual([0, 0, 1, 1]);
  });

  it('is called by marks that do not say how much was sent meanwhile, and what is only claimed to be known is not kept', () => {
    const prints = new Prints();
    const mark = prints.keep('somebody', ['a'], 'x'.repeat(14_000));
    expect([mark.length, JSON.stringify([...prints['kept'].values()]).length < 100]).toEqual([8, true]);
    expect(new Set(Array.from({ length: 100 }, () => prints.keep('somebody', ['a']).slice(0, 2))).size).toBeGreaterThan(50);
  });
});
