/** A lesson's words in one reader's language: the text, the terms it explains, the question to check oneself, and where it comes from. */
import { Shown, Words } from '../content/translation';
import { LessonStep } from './learning-module';

export interface Lesson {
  title: Shown;
  /** Markdown */
  body: Shown;
  glossary: Record<string, { name: Shown; text: Shown }>;
  check: LessonCheck | null;
  sources: Shown[];
}

export interface LessonCheck {
  stem: Shown;
  options: { key: string; text: Shown; feedback: Shown | null; right: boolean }[];
  answer: Shown;
}

export function lesson(step: LessonStep, words: Words): Lesson {
  const text = (key: string) => words.text(`steps.${step.key}.${key}`);
  const term = (key: string) => ({ name: text(`glossary.${key}.name`), text: text(`glossary.${key}.text`) });
  return {
    title: text('title'),
    body: text('body'),
    glossary: Object.fromEntries(step.glossary.map((key) => [key, term(key)])),
    check: checkOf(step, words),
    sources: Array.from({ length: step.sources }, (_, index) => text(`sources.${index + 1}`)),
  };
}

function checkOf({ key, check }: LessonStep, words: Words): LessonCheck | null {
  if (!check) return null;
  const at = `steps.${key}.check`;
  const options = check.options.map((option) => {
    const feedback = `${at}.options.${option}.feedback`;
    return {
      key: option,
      text: words.text(`${at}.options.${option}.text`),
      feedback: words.has(feedback) ? words.text(feedback) : null,
      right: option === check.right,
    };
  });
  return { stem: words.text(`${at}.stem`), options, answer: words.text(`${at}.answer`) };
}
