import { strToU8, zipSync } from 'fflate';
import { publication } from '../../../src/simulations/writing/publication';
import { write } from '../../../src/content/folders/folder';
import { documentOf } from '../../../src/simulations/writing/draft';
import { archived, unarchived } from '../../../src/simulations/writing/files/scenario-archive';
import { draftOfMast } from './mast';

const draft = draftOfMast();
const files = write(documentOf(draft));
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
const within = (folder: string, parts = files) =>
  Object.fromEntries(Object.entries(parts).map(([path, text]) => [`${folder}/${path}`, text]));

describe('a role-play as an archive', () => {
  it('comes back as it went, and is the same bytes each time', () => {
    expect(Buffer.from(archived(draft)).equals(Buffer.from(archived(draft)))).toBe(true);
    expect(unarchived(archived(draft), draft)).toEqual({ structure: { ...draft.structure, status: 'draft' }, texts: draft.texts });
  });

  it.each([
    ['with its files at the top', files],
    [
      'with what a system adds to it',
      { ...within('mast'), '__MACOSX/mast/._scenario.yml': 'x', 'mast/.DS_Store': 'x', 'mast/LICENSE': 'x' },
    ],
    ['with a translation, which is left out', { ...within('mast'), 'mast/fr/scenario.yml': 'title: Le mât' }],
  ])('is read %s', (_, parts) => {
    expect(unarchived(zip(parts), draft)).toHaveProperty('texts', draft.texts);
  });

  it('another slug in it changes nothing: the draft keeps its own', () => {
    const renamed = { ...files, 'scenario.yml': files['scenario.yml']!.replace(/^slug: .*$/m, 'slug: another-one') };
    const read = unarchived(zip(renamed), draft);
    expect(publication({ ...draft, ...(read as object) })).toMatchObject({ slug: draft.slug });
  });

  it.each<[string, Uint8Array, string]>([
    ['something else', strToU8('not an archive'), 'formats.problem.file-broken'],
    ['an archive of something else', zip({ 'letter.txt': 'Dear all' }), 'scenarios.folder.none'],
    ['a name that leads outside', zip({ ...files, '../evil.yml': 'x' }), 'formats.problem.package-name'],
    [
      'another language',
      zip({ ...files, 'scenario.yml': files['scenario.yml']!.replace(/^language: .*$/m, 'language: fr') }),
      'scenarios.folder.other-language',
    ],
    ['a bomb', zip({ ...files, 'en/setting.md': 'x'.repeat(3_000_000) }), 'scenarios.refusal.too-large'],
  ])('refuses %s in a sentence', (_, bytes, key) => {
    expect(unarchived(bytes, draft)).toMatchObject({ key });
  });

  it('tells what is wrong in its files, and takes nothing in', () => {
    const { 'en/setting.md': _, ...without } = files;
    expect(unarchived(zip(without), draft)).toEqual({
      more: 0,
      problems: [expect.objectContaining({ file: 'en/setting.md', key: 'content.problem.missing-file' })],
    });
  });
});
