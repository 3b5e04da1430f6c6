// npm run templates: every template is held against the types of what its view function gives, and against the phrases it asks for.
// `node test/tools/check-templates.mjs folder` checks the templates of another folder instead of `views`.
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typeProblems, wordsOf } from './templates/compiler.mjs';
import { pageFunctions } from './templates/functions.mjs';
import { readPhrases } from './templates/phrases.mjs';
import { readTemplates } from './templates/sources.mjs';
import { Writer } from './templates/writer.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const views = resolve(process.argv[2] ?? join(ROOT, 'views'));

const templates = readTemplates(views);
const functions = pageFunctions(join(ROOT, 'src'));
const writer = new Writer(templates, wordsOf(ROOT), readPhrases(join(views, 'translations/en')), join(views, 'assets'));
for (const page of templates.pages) writer.page(page, functions.of(page));
writer.layout('layouts/main');

const problems = [...writer.problems, ...typeProblems(ROOT, writer)];
const lines = [...new Set(problems.map(({ where, text }) => `${relative(ROOT, join(views, where)) || where} ${text}`))].sort();
for (const line of lines) console.log(line);
console.log(lines.length ? `${lines.length} problems in the templates` : `${templates.pages.length} pages fit what they are given`);
process.exitCode = lines.length ? 1 : 0;
