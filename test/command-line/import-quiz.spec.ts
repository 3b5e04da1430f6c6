import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/command-line/run';
import { LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
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

const json = (path: string, ...more: string[]) => {
  const { code, said } = run(['import', 'quiz', path, '--check', '--json', ...more], phrases);
  return { code, ...(JSON.parse(said) as Read) };
};

describe('chapterhouse import quiz --check', () => {
  it('says what is in a file, and ends with 0', () => {
    const { code, questions, problems } = json(file('::Root::Who? {\n  =IANA#Yes\n  ~Nobody\n}\n\nWrite. {}'));
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

  it('says what is wrong, with lines, in the language that is wanted, and ends with 1', () => {
    const path = file('Good {T}\n\nHow much? {#3,14}');
    expect(json(path)).toMatchObject({ code: 1, questions: [{ type: 'true-false' }], problems: [{ line: 3 }] });
    expect(json(path).problems[0]!.message).toContain('3.14');
    expect(json(path, '--language', 'fr').problems[0]!.message).toContain('virgule');
    expect(run(['import', 'quiz', path, '--check'], phrases).said).toMatch(/questions\.txt:3 error: .*\n1 questions$/);
  });

  it.each([
    ['a file that is not there', ['import', 'quiz', '/nowhere/x.gift', '--check']],
    ['a language that is none', ['import', 'quiz', __filename, '--check', '--language', 'tlh']],
    ['taking in, which is not there yet', ['import', 'quiz', __filename]],
    ['an option that nobody knows', ['import', 'quiz', __filename, '--force']],
    ['another command', ['export']],
    ['two files', ['import', 'quiz', 'a', 'b', '--check']],
  ])('%s ends with 2 and a sentence', (_, words) => {
    const { code, said, complaint } = run(words, phrases);
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(complaint).toMatch(/\S/);
  });

  it('does not guess at a file that is not UTF-8', () => {
    expect(run(['import', 'quiz', file(Buffer.from([0x61, 0xe9, 0x20, 0x7b, 0x7d])), '--check'], phrases)).toMatchObject({ code: 2 });
  });

  it('has a sentence for every problem in every language', () => {
    for (const language of LANGUAGES) for (const key of Object.keys(IMPORT_PROBLEMS)) expect(phrases.source(language, key)).toMatch(/\S/);
  });
});
