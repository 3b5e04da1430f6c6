import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'chapterhouse-tools-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a tool says, and whether it was content. */
async function tool(name: string, ...args: string[]): Promise<{ said: string; content: boolean }> {
  const run = promisify(execFile)(process.execPath, [join(ROOT, 'test/tools', name), ...args]);
  return run.then(
    ({ stdout }) => ({ said: stdout, content: true }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ said: stdout + stderr, content: false }),
  );
}

describe('npm run templates', () => {
  it('finds what no view function gives, what no phrase says, and what is not there', async () => {
    cpSync(join(ROOT, 'views'), folder, { recursive: true });
    const before = await tool('check-templates.mjs', folder);
    const plant = (file: string, from: string, to: string) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(folder, file), text.replace(from, to));
    };
    plant('cohorts/join.hbs', 'programme.title.text', 'programme.titel.text');
    plant('people/sign-in.hbs', '{{#if refused}}', '{{#if refussed}}');
    plant('people/forgotten-sent.hbs', 'minutes=minutes', 'minute=minutes');
    plant('people/forgotten.hbs', '"people.forgotten.text"', '"people.forgotten.txt"');
    plant('lessons/lesson.hbs', '"place.js"', '"places.js"');
    plant('home/learning.hbs', '{{> home/_cohort}}', '{{> home/_cohorts}}');
    const after = await tool('check-templates.mjs', folder);
    const fresh = after.said.split('\n').filter((line) => !before.said.includes(line));
    for (const found of [
      'join.hbs:2 nothing gives titel, but there is title',
      'nothing gives refussed, but there is refused',
      'people.forgotten-sent.text needs minutes=…',
      'people.forgotten-sent.text says nothing of minute',
      'no English phrase has the key people.forgotten.txt',
      'there is no places.js in views/assets',
      'there is no piece home/_cohorts',
    ]) {
      expect(fresh.join('\n')).toContain(found);
    }
    expect(after.content).toBe(false);
  });
});

describe('npm run phrase', () => {
  const phrase = (...args: string[]) => tool('phrase.mjs', ...args, '--in', folder);
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('keeps files sorted and says what is missing', async () => {
    expect((await phrase('add', 'quizzes.take.title', 'Take the quiz')).said).toContain('still to be said in fr, es, pt, ru, ar, zh');
    await phrase('add', 'quizzes.again', 'Again');
    await phrase('say', 'fr', 'quizzes.take.title', 'Faire le quiz');
    expect(file('en/quizzes.json')).toBe('{\n  "again": "Again",\n  "take.title": "Take the quiz"\n}\n');
    const { said, content } = await phrase('missing', 'fr');
    expect(said).toBe('fr  quizzes.again  Again\n1 phrase is missing\n');
    expect(content).toBe(false);
    await phrase('say', 'fr', 'quizzes.again', 'Encore');
    expect(await phrase('missing', 'fr')).toEqual({ said: 'fr says everything\n', content: true });
    expect((await phrase('missing')).said).toContain('\n10 phrases are missing\n');
  });

  it('names the languages that fill in something else than English now does', async () => {
    await phrase('add', 'quizzes.left', '{minutes} left');
    await phrase('say', 'fr', 'quizzes.left', '{minutes} restantes');
    expect((await phrase('say', 'en', 'quizzes.left', '{count} left')).said).toBe('fr must fill in {count}, too\n');
    expect(await phrase('say', 'fr', 'quizzes.left', '{count, plural, one {une} other {#}}')).toEqual({ said: '', content: true });
  });

  it('a phrase that is not well formed, or that fills in something else, is not written', async () => {
    await phrase('add', 'quizzes.left', '{minutes, plural, one {# minute} other {# minutes}} left');
    const before = file('en/quizzes.json');
    expect((await phrase('say', 'en', 'quizzes.left', '{minutes left')).said).toContain('“{minutes left” cannot be read: ');
    expect((await phrase('add', 'quizzes.more', '{count, plural, one {x}}')).said).toContain('cannot be read: MISSING_OTHER_CLAUSE');
    expect((await phrase('say', 'fr', 'quizzes.left', 'Encore {minute}')).said).toContain('English fills in {minutes}, and not {minute}: ');
    expect((await phrase('say', 'fr', 'quizzes.left', 'Encore')).said).toContain('English fills in {minutes}, and not nothing: ');
    expect([file('en/quizzes.json'), readdirSync(folder)]).toEqual([before, ['en']]);
  });

  it('moves and removes in every language', async () => {
    await phrase('add', 'quizzes.take.title', 'Take the quiz');
    await phrase('say', 'fr', 'quizzes.take.title', 'Faire le quiz');
    await phrase('move', 'quizzes.take.title', 'lessons.title');
    expect([file('en/lessons.json'), file('fr/lessons.json'), file('fr/quizzes.json')]).toEqual([
      '{\n  "title": "Take the quiz"\n}\n',
      '{\n  "title": "Faire le quiz"\n}\n',
      '{}\n',
    ]);
    await phrase('remove', 'lessons.title');
    expect(file('en/lessons.json')).toBe('{}\n');
  });

  it.each([
    [['add', 'Quizzes Title', 'x'], 'A key is a feature and words'],
    [['say', 'xx', 'quizzes.x', 'x'], 'xx is none of'],
    [['say', 'fr', 'quizzes.x', 'x'], 'English does not say quizzes.x'],
    [['move', 'quizzes.x', 'quizzes.y'], 'Nobody says quizzes.x'],
    [['remove', 'quizzes.x'], 'Nobody says quizzes.x'],
    [['missing', 'xx'], 'xx is none of'],
    [['shout', 'quizzes.x'], 'npm run phrase --'],
    [[], 'npm run phrase --'],
  ])('%j: %s', async (args, why) => {
    const { said, content } = await phrase(...args);
    expect(content).toBe(false);
    expect(said).toContain(why);
  });
});
