import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../src/seeding/files-below';
import { AROUND_THE_QUIZ, LIBRARY, loadLibrary, type World } from './world';

const MODULE = 'modules/rough-consensus';

/** What an author changes in the library: a file anew, or words in a file. */
export type Rewriting = Record<string, string | [from: string, to: string][]>;

const HUM_AFTER = `---
title: After the hum
check:
  stem: What comes after a hum?
  options:
    a: { text: Talking., feedback: Yes., right: true }
    b: { text: Going home., feedback: Not yet. }
  answer: Talking.
sources:
  - 'Resnick, P., “On Consensus and Humming in the IETF”, RFC 7282'
---
A hum opens a talk.

Ask those who hummed less.
`;

/** A renamed and reworded lesson that moved, a new lesson, a lesson that went, and a quiz that is harder, shorter and changed in two questions. */
export const SECOND: Rewriting = {
  [`${MODULE}/module.yml`]: [
    ['  - { key: an-objection-is-a-question, kind: lesson, minutes: 5 }\n', ''],
    [
      '  - { key: when-consensus-fails,',
      '  - { key: after-the-hum, kind: lesson, minutes: 3 }\n  - { key: an-objection-is-a-question, kind: lesson, minutes: 5 }\n  - { key: when-consensus-fails,',
    ],
    ['  - { key: where-the-idea-comes-from, kind: lesson, minutes: 5 }\n', ''],
  ],
  [`${MODULE}/en/after-the-hum.md`]: HUM_AFTER,
  [`${MODULE}/en/where-the-idea-comes-from.md`]: '',
  [`${MODULE}/ar/where-the-idea-comes-from.md`]: '',
  [`${MODULE}/fr/where-the-idea-comes-from.md`]: '',
  [`${MODULE}/en/humming.md`]: [
    ['title: Humming starts the conversation', 'title: Humming opens the conversation'],
    ['Does this idea have any base of support?', 'Does this idea have support?'],
  ],
  'quizzes/rough-consensus/quiz.yml': [
    ['passMark: 70', 'passMark: 80'],
    ['minutes: null', 'minutes: 20'],
    ['read: where-the-idea-comes-from#why-not-vote', 'read: humming#order'],
    ['read: where-the-idea-comes-from#two-lines', 'read: humming#order'],
    ['right: { value: 2, tolerance: 0 }', 'right: { value: 2, tolerance: 1 }'],
  ],
  'quizzes/rough-consensus/en.yml': [['Why, according to RFC 7282, is voting not practical', 'Why is voting not practical']],
};

/** The same library with another word in one lesson: newer than the one before, whichever that was. */
export const THIRD: Rewriting = { ...SECOND, [`${MODULE}/en/after-the-hum.md`]: HUM_AFTER.replace('opens a talk', 'opens a long talk') };

/** Publishes what its authors rewrote of the library around its quiz, or of more of it. */
export async function publish(world: World, rewriting: Rewriting, parts = AROUND_THE_QUIZ): Promise<void> {
  const around = Object.entries(filesBelow(LIBRARY)).filter(([path]) => parts.some((part) => path.startsWith(part)));
  const files = Object.fromEntries(around);
  for (const [path, change] of Object.entries(rewriting)) {
    if (change === '') delete files[path];
    else if (typeof change === 'string') files[path] = change;
    else for (const [from, to] of change) files[path] = replaced(files[path]!, from, to);
  }
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await loadLibrary(world, folder);
  rmSync(folder, { recursive: true });
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`There is no “${from}” to rewrite`);
  return text.replace(from, to);
}
