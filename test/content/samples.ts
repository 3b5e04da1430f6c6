/** Small packages in files, as an author would write them. */
import { join } from 'node:path';
import { Problem, told } from '../../src/content/problem';
import { Phrases } from '../../src/languages/phrases';

type Files = Record<string, string>;

export const MODULE: Files = {
  'module.yml': `slug: rough-consensus
language: en
licence: CC-BY-4.0
authors: [Chapterhouse library]
steps:
  - { key: objections, kind: lesson, minutes: 6 }
  - { key: quiz, kind: quiz, quiz: rough-consensus, minutes: 15 }
`,
  'en/module.yml': `title: Rough consensus
summary: How groups decide without voting.
steps: { quiz: { title: 'Quiz: deciding' } }
`,
  'en/objections.md': `---
title: An objection is a question
glossary:
  chair:
    name: Chair
    text: The person who leads the group.
check:
  stem: Is there rough consensus?
  options:
    a: { text: Yes., feedback: Not quite. }
    b: { text: No., feedback: That is right., right: true }
  answer: The second answer.
sources:
  - 'Resnick, P., “On Consensus”, RFC 7282'
---
A [chair](#term-chair) asks who cannot live with it.

## Addressed, not accommodated {#addressed}

> All issues are addressed.
> — RFC 7282

:::idea
Count questions, not hands.
:::
`,
  'fr/module.yml': `title: Le consensus approximatif
summary: Comment décider sans voter.
steps: { quiz: { title: Questionnaire } }
`,
  'fr/objections.md': `---
title: Une objection est une question
glossary: { chair: { name: Président, text: La personne qui dirige. } }
check:
  stem: Y a-t-il consensus ?
  options:
    a: { text: Oui., feedback: Pas tout à fait. }
    b: { text: Non., feedback: C’est juste. }
  answer: La deuxième réponse.
sources: ['Resnick, P., « On Consensus », RFC 7282']
---
Le [président](#term-chair) demande qui ne peut pas vivre avec.

## Traitée, pas satisfaite {#addressed}
`,
};

export const QUIZ: Files = {
  'quiz.yml': `slug: rough-consensus
language: en
module: rough-consensus
passMark: 70
minutes: null
questions:
  - { key: when, type: single, points: 2, read: objections#addressed, options: [a, b], right: b }
  - { key: which, type: multiple, points: 3, options: [a, b, c], right: [a, c] }
  - key: bodies
    type: matching
    points: 4
    items: [ietf, icann]
    options: [a, b, c]
    right: { ietf: a, icann: b }
  - { key: history, type: ordering, points: 3, options: [a, b, c] }
  - { key: year, type: number, points: 1, right: { value: 2014, tolerance: 0.5 } }
  - key: rule
    type: gap-text
    points: 3
    gaps:
      one: { options: [a, b], right: a }
      two: { typed: true }
`,
  'en.yml': `title: Deciding without voting
summary: Six questions.
questions:
  when:
    stem: When is it reached?
    feedback: When all issues are addressed.
    options:
      a: { text: After a vote, feedback: Nobody votes. }
      b: { text: When all issues are addressed, feedback: Yes. }
  which:
    stem: Which of these?
    feedback: The registries.
    options:
      a: { text: LACNIC, feedback: It is one. }
      b: { text: W3C, feedback: It is none. }
      c: { text: APNIC, feedback: It is one. }
  bodies:
    stem: Match them.
    feedback: Each has its part.
    items: { ietf: IETF, icann: ICANN }
    options:
      a: { text: Standards, feedback: These are RFCs. }
      b: { text: Names }
      c: { text: The Web }
  history:
    stem: Put them in order.
    feedback: From 1986 on.
    options: { a: { text: 1986 }, b: { text: 1998 }, c: { text: 2005 } }
  year: { stem: When was it published?, unit: year, feedback: In June 2014., feedbackRight: Yes., feedbackWrong: No. }
  rule:
    stem: Complete it.
    text: All {{one}} are addressed, but not necessarily {{two}}.
    feedback: The title of section 3.
    gaps:
      one: { options: { a: { text: issues }, b: { text: people } } }
      two: { answers: [accommodated, accomodated], feedback: From the title. }
`,
  'ar.yml': `title: اتخاذ القرار دون تصويت
questions:
  when: { stem: متى؟ }
  rule:
    text: تُعالج كل {{one}} ولا تُلبّى بالضرورة {{two}}.
    gaps: { two: { answers: [تلبى, تلبّى, ملباة] } }
`,
};

export const PROGRAMME: Files = {
  'taking-part.yml': `slug: taking-part
language: en
modules: [rough-consensus]
certificate: { requires: all }
texts:
  en: { title: Taking part, summary: How to take part. }
  ar: { title: المشاركة, summary: كيف تشارك. }
  ru: { title: Участие, summary: Как участвовать. }
`,
};

/** The files with a piece of one of them replaced; the piece must be there. */
export function changed(files: Files, path: string, from: string, to: string): Files {
  if (!files[path]?.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...files, [path]: files[path].replace(from, to) };
}

const say = Phrases.read(join(__dirname, '../../views/translations')).in('en');

/** Problems as short lines: file, line, what. Each of them can be said, with the values that it brings. */
export function listed(problems: readonly Problem[]): string[] {
  for (const each of problems) told(each, say);
  return problems.map(({ file, line, key }) => `${file}:${line ?? '-'} ${key.replace('content.problem.', '')}`);
}
