import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/command-line/run';
import { LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import { writeQti } from '../../src/quizzes/formats/qti-writer';
import { IMPORT_PROBLEMS } from '../../src/quizzes/formats/import-problems';

const phrases = Phrases.read(join(__dirname, '../../views/translations'));
const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-questions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'questions.txt');
  writeFileSync(path, content);
  return path;
}

interface Read {
  questions: { type: string; name: string; stem: string; options?: unknown[] }[];
  problems: { line: number; message: string }[];
}

const json = async (path: string, ...more: string[]) => {
  const { code, said } = await run(['import', 'quiz', path, '--check', '--json', ...more], phrases);
  return { code, ...(JSON.parse(said) as Read) };
};

describe('chapterhouse import quiz --check', () => {
  it('says what is in a file, and ends with 0', async () => {
    const { code, questions, problems } = await json(file('::Root::Who? {\n  =IANA#Yes\n  ~Nobody\n}\n\nWrite. {}'));
    expect({ code, problems }).toEqual({ code: 0, problems: [] });
    expect(questions).toMatchObject([
      {
        type: 'single',
        name: 'Root',
        stem: 'Who?',
        options: [
          { text: 'IANA', percent: 100, feedback: 'Yes' },
          { text: 'Nobody', percent: 0, feedback: '' },
        ],
      },
      { type: 'essay', stem: 'Write.' },
    ]);
  });

  it('says what is wrong, with lines, in the language that is wanted, and ends with 1', async () => {
    const path = file('Good {T}\n\nHow much? {#3,14}');
    expect(await json(path)).toMatchObject({ code: 1, questions: [{ type: 'true-false' }], problems: [{ line: 3 }] });
    expect((await json(path)).problems[0]!.message).toContain('3.14');
    expect((await json(path, '--language', 'fr')).problems[0]!.message).toContain('virgule');
    expect((await run(['import', 'quiz', path, '--check'], phrases)).said).toMatch(/questions\.txt:3 error: .*\n1 questions$/);
  });

  it.each([
    ['a file that is not there', ['import', 'quiz', '/nowhere/x.gift', '--check']],
    ['a language that is none', ['import', 'quiz', __filename, '--check', '--language', 'tlh']],
    ['taking in, which is not there yet', ['import', 'quiz', __filename]],
    ['an option that nobody knows', ['import', 'quiz', __filename, '--force']],
    ['another command', ['export']],
    ['two files', ['import', 'quiz', 'a', 'b', '--check']],
  ])('%s ends with 2 and a sentence', async (_, words) => {
    const { code, said, complaint } = await run(words, phrases);
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(complaint).toMatch(/\S/);
  });

  it('reads UTF-16 that says so, and does not guess at other encodings', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Où ? {=là ~ici}', 'utf16le')]);
    expect(await json(file(wide))).toMatchObject({ code: 0, questions: [{ stem: 'Où ?' }] });
    const latin = await json(file(Buffer.from([0x61, 0xe9, 0x20, 0x7b, 0x7d])));
    expect(latin).toMatchObject({ code: 1, questions: [], problems: [{ line: 1 }] });
    expect(latin.problems[0]!.message).toContain('UTF-8');
    expect(await json(file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])))).toMatchObject({ code: 1, questions: [] });
  });

  it('tells the format by what stands in the file', async () => {
    const types = async (content: string | Buffer) => (await json(file(content))).questions.map(({ type }) => type);
    expect(await types('Who?\nA. a\nB. b\nANSWER: A')).toEqual(['single']);
    expect(await types('Who?\n- [x] a\n- [ ] b')).toEqual(['single']);
    expect(await types('question,right,wrong\nWho?,a,b')).toEqual(['single']);
    expect(
      await types(
        '<quiz><question type="essay"><name><text>n</text></name><questiontext><text>Write.</text></questiontext></question></quiz>',
      ),
    ).toEqual(['essay']);
    expect(await types(Buffer.from(writeQti([{ ...(await json(file('Say {T}'))).questions[0]! } as never]).bytes))).toEqual(['true-false']);
  });

  it('of a million lines is answered', async () => {
    expect(await json(file('a\n'.repeat(1_000_000)))).toMatchObject({ code: 1, questions: [], problems: [{ line: 1 }] });
    const { questions } = await json(file('Who? {=a ~b}\n\n'.repeat(99_000).slice(0, 2_000_000)));
    expect(questions).toEqual([]);
    expect((await json(file('Who? {=a ~b}\n\n'.repeat(5_000)))).questions).toHaveLength(5_000);
  });

  it('has a sentence for every problem in every language', () => {
    for (const language of LANGUAGES) for (const key of Object.keys(IMPORT_PROBLEMS)) expect(phrases.source(language, key)).toMatch(/\S/);
  });
});
