import fc from 'fast-check';
import { canonical } from '../../src/content/canonical';
import { compile, write } from '../../src/content/folders/folder';
import { readYaml, Tree, writeYaml } from '../../src/content/folders/yaml';
import { assignments, modules, Package, programmes, quizzes, scenarios } from './generated';

const errors = ({ problems }: ReturnType<typeof compile>) => problems.filter(({ severity }) => severity === 'error');

describe.each([
  ['modules', modules, 40],
  ['quizzes', quizzes, 80],
  ['programmes', programmes, 60],
  ['scenarios', scenarios, 15],
  ['assignments', assignments, 40],
] as const)('%s', (_, packages: fc.Arbitrary<Package>, numRuns) => {
  it('go out and come in again without a difference, and out again byte by byte', () => {
    fc.assert(
      fc.property(packages, ({ document, translations }) => {
        const files = write(document, translations);
        const again = compile(document.kind, files);
        expect(errors(again)).toEqual([]);
        expect(canonical(again.document)).toBe(canonical(document));
        expect(canonical(again.translations)).toBe(canonical(translations));
        expect(write(again.document!, again.translations)).toEqual(files);
      }),
      { numRuns },
    );
  });
});

describe('YAML', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ \n:#'"\-|>{}[\],&*!%@`?~=\\a1.]{0,12}$/));
  const { tree } = fc.letrec<{ tree: Map<string, Tree>; leaf: Tree; node: Tree }>((tie) => ({
    leaf: fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each || 0),
      fc.boolean(),
      fc.constant(null),
    ),
    node: fc.oneof({ maxDepth: 3 }, tie('leaf'), fc.array(tie('leaf'), { maxLength: 3 }), tie('tree')),
    tree: fc.array(fc.tuple(text, tie('node')), { minLength: 1, maxLength: 4 }).map((entries) => new Map(entries)),
  }));

  it('says the same after it was written and read', () => {
    fc.assert(
      fc.property(tree, (written) => {
        const { root, faults } = readYaml(writeYaml(written));
        expect(faults).toEqual([]);
        expect(values(root!)).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });

  function values(branch: NonNullable<ReturnType<typeof readYaml>['root']>): Tree {
    if (branch.kind === 'map') return new Map([...branch.entries].map(([key, inner]) => [key, values(inner)]));
    return branch.kind === 'list' ? branch.items.map(values) : branch.value;
  }
});
