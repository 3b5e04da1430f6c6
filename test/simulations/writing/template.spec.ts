import { join } from 'node:path';
import { LANGUAGES } from '../../../src/kernel/language';
import { graphemes } from '../../../src/kernel/text';
import { Phrases } from '../../../src/languages/phrases';
import { publication } from '../../../src/simulations/writing/publication';
import { lint } from '../../../src/simulations/writing/problems/problems';
import { template } from '../../../src/simulations/writing/template';

const phrases = Phrases.read(join(__dirname, '../../../views/translations'));

describe('the template of a role-play', () => {
  it.each(LANGUAGES)('lacks its story and nothing else, in %s', (language) => {
    const draft = { slug: 's-0123456789ab', language, ...template('A title', ['Kenya'], phrases.in(language)) };
    const lacking = lint(draft).map(({ key, place }) => `${key.replace('content.problem.', '')} ${place.part}`);
    const roles = draft.structure.roles.length;
    expect(lacking.filter((one) => one === 'missing-file brief')).toHaveLength(roles);
    expect(lacking.filter((one) => one === 'lacks-text role')).toHaveLength(roles);
    expect(lacking.filter((one) => !/ (brief|role)$/.test(one))).toEqual(['lacks-text basics', 'missing-file setting']);
    expect(publication(draft)).toBeNull();
  });

  it.each(LANGUAGES)('can be published with the words that it lacks, in %s', (language) => {
    const begun = template('A title', ['Kenya'], phrases.in(language));
    const words = begun.structure.roles.flatMap(({ key }) => [
      [`roles.${key}.public`, 'Known to all.'],
      [`roles.${key}.brief`, 'You want something.'],
    ]);
    const texts = { ...begun.texts, summary: 'What it is about.', setting: 'A place and a question.', ...Object.fromEntries(words) };
    const document = publication({ slug: 's-0123456789ab', language, structure: begun.structure, texts });
    expect(document).toMatchObject({ kind: 'scenario', slug: 's-0123456789ab', language, structure: { status: 'published' }, texts });
    const names = begun.structure.roles.map(({ key }) => begun.texts[`roles.${key}.name`]!);
    expect([new Set(names).size, names.every((name) => graphemes(name) <= 16)]).toEqual([names.length, true]);
  });
});
