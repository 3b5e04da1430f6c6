import fc from 'fast-check';
import { canonical } from '../../src/content/canonical';

describe('canonical form', () => {
  it.each<[string, unknown, string]>([
    ['keys in order, whatever order they came in', { b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}'],
    ['keys by code unit, capitals first', { a: 1, B: 2, é: 3, ب: 4 }, '{"B":2,"a":1,"é":3,"ب":4}'],
    ['lists in their own order', [3, 1, 2], '[3,1,2]'],
    ['texts in NFC', 'Cafe\u0301', '"Caf\u00e9"'],
    ['keys in NFC', { 'e\u0301': 1 }, '{"\u00e9":1}'],
    ['numbers as short as they can be', [1.0, 0.1, 1e21, -0], '[1,0.1,1e+21,0]'],
    ['truth and nothing', [true, false, null], '[true,false,null]'],
    ['signs that JSON escapes', 'a"\\\n\u2028', '"a\\"\\\\\\n\u2028"'],
    ['a key that objects treat specially', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])('%s', (_, value, text) => expect(canonical(value)).toBe(text));

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a field that is undefined', { a: undefined }],
    ['a hole in a list', Object.assign([], { length: 1 })],
    ['not a number', NaN],
    ['infinity', Infinity],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['two keys that are one in NFC', { é: 1, 'e\u0301': 2 }],
  ])('does not exist for %s', (_, value) => expect(() => canonical(value)).toThrow(TypeError));

  it('is JSON that says the same, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const clean = JSON.parse(JSON.stringify(value).normalize('NFC')) as unknown;
        expect(JSON.parse(canonical(clean))).toEqual(clean);
        expect(canonical(JSON.parse(canonical(clean)))).toBe(canonical(clean));
      }),
    );
  });
});
