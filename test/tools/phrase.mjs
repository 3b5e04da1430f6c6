// npm run phrase -- …        Phrases of the interface, in files that stay sorted.
//   add quizzes.take.title "Take the quiz"       says something new in English
//   say fr quizzes.take.title "Faire le quiz"    says it in another language
//   move quizzes.take.title quizzes.start.title  gives it another key in every language
//   remove quizzes.take.title                    takes it away in every language
//   missing [fr]                                 what the languages (or one of them) still lack, with the English
// `--in folder` works in another folder than views/translations.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ru', 'ar', 'zh'];
const KEY = /^[a-z]+(-[a-z]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;

class Refused extends Error {}

const args = process.argv.slice(2);
const at = args.indexOf('--in');
const folder = at < 0 ? join(ROOT, 'views/translations') : args.splice(at, 2)[1];
const [command, ...given] = args;

const commands = { add, say, move, remove, missing };
try {
  if (!Object.hasOwn(commands, command ?? '')) refuse(usage());
  commands[command](...given);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function add(key, text) {
  if (!text) refuse('What does it say in English?');
  if (read('en', key) !== undefined) refuse(`${key} says “${read('en', key)}” already. To change it: say en ${key} "…"`);
  filledIn('en', text);
  write('en', key, text);
  const lacking = LANGUAGES.filter((language) => read(language, key) === undefined);
  if (lacking.length) console.log(`${key} is still to be said in ${lacking.join(', ')}`);
}

function say(language, key, text) {
  known(language);
  if (!text) refuse(`What does ${key} say?`);
  const [english, own] = [read('en', key), filledIn(language, text)];
  if (language !== 'en') {
    if (english === undefined) refuse(`English does not say ${key}`);
    if (filledIn('en', english) !== own) refuse(`English fills in ${filledIn('en', english)}, and not ${own}: ${english}`);
  }
  write(language, key, text);
  const others = LANGUAGES.filter((other) => read(other, key) !== undefined && filledIn(other, read(other, key)) !== own);
  if (others.length) console.log(`${others.join(', ')} must fill in ${own}, too`);
}

function move(from, to) {
  if (read('en', from) === undefined) refuse(`Nobody says ${from}`);
  if (read('en', to) !== undefined) refuse(`${to} is said already`);
  for (const language of LANGUAGES) {
    const text = read(language, from);
    if (text === undefined) continue;
    write(language, from, undefined);
    write(language, to, text);
  }
  if (at < 0) for (const place of asking(from)) console.log(`${place} still asks for ${from}`);
}

function remove(key) {
  if (read('en', key) === undefined) refuse(`Nobody says ${key}`);
  for (const language of LANGUAGES) if (read(language, key) !== undefined) write(language, key, undefined);
  if (at < 0) for (const place of asking(key)) console.log(`${place} still asks for ${key}`);
}

function missing(only) {
  if (only) known(only);
  const features = readdirSync(join(folder, 'en')).map((file) => file.replace(/\.json$/, ''));
  const lacking = LANGUAGES.filter((language) => language !== 'en' && (!only || language === only)).flatMap((language) =>
    features.flatMap((feature) =>
      Object.entries(phrases('en', feature))
        .filter(([key]) => phrases(language, feature)[key] === undefined)
        .map(([key, text]) => `${language}  ${feature}.${key}  ${text}`),
    ),
  );
  for (const line of lacking) console.log(line);
  const count = lacking.length === 1 ? '1 phrase is missing' : `${lacking.length} phrases are missing`;
  console.log(lacking.length ? count : `${only ?? 'Every language'} says everything`);
  if (lacking.length) process.exitCode = 1;
}

function known(language) {
  if (!LANGUAGES.includes(language)) refuse(`${language} is none of ${LANGUAGES.join(', ')}`);
}

/** The names of what a phrase fills in, such as `{count} {name}`; refuses one that nobody could print. */
function filledIn(language, text) {
  const names = new Set();
  const look = (parts) => {
    for (const { type, value, options } of parts) {
      if (type >= 1 && type <= 6) names.add(`{${value}}`); // a text, a number, a date, a time, a choice, a plural
      for (const option of Object.values(options ?? {})) look(option.value);
    }
  };
  try {
    look(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    refuse(`“${text}” cannot be read: ${error.message}`);
  }
  return [...names].sort().join(' ') || 'nothing';
}

function read(language, key) {
  const [feature, rest] = parts(key);
  return phrases(language, feature)[rest];
}

function write(language, key, text) {
  const [feature, rest] = parts(key);
  const all = { ...phrases(language, feature), [rest]: text };
  const sorted = Object.keys(all)
    .filter((one) => all[one] !== undefined)
    .sort()
    .map((one) => [one, all[one]]);
  mkdirSync(join(folder, language), { recursive: true });
  writeFileSync(fileOf(language, feature), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

function phrases(language, feature) {
  const file = fileOf(language, feature);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function fileOf(language, feature) {
  return join(folder, language, `${feature}.json`);
}

function parts(key) {
  if (!KEY.test(key ?? '')) refuse(`A key is a feature and words, such as quizzes.take.title, not ${key}`);
  const dot = key.indexOf('.');
  return [key.slice(0, dot), key.slice(dot + 1)];
}

/** Templates and code in which a key stands. */
function asking(key) {
  const files = ['views', 'src'].flatMap((top) => readdirSync(join(ROOT, top), { recursive: true }).map((file) => join(top, file)));
  return files
    .filter((file) => /\.(hbs|ts)$/.test(file))
    .flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, i) => (new RegExp(`["'\`]${key.replaceAll('.', '\\.')}["'\`|]`).test(line) ? [`${file}:${i + 1}`] : [])),
    );
}

function usage() {
  const [, ...lines] = readFileSync(fileURLToPath(import.meta.url), 'utf8')
    .split('\n')
    .slice(0, 7);
  return `npm run phrase --\n${lines.map((line) => line.replace(/^\/\/ ?/, '')).join('\n')}`;
}

function refuse(why) {
  throw new Refused(why);
}
