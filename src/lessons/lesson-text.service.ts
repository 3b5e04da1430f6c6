import { Injectable } from '@nestjs/common';
import { Content } from '../content/content.service';
import { renderMarkdown } from '../content/prose/markdown';
import type { LessonStructure } from '../content/structures';
import { type Spoken, spoken as spokenOf, type Words } from '../content/translation';
import type { Language } from '../kernel/language';
import { Phrases } from '../languages/phrases';

/** A lesson's words in one language, printed once and kept: they change only with a translation. */
export interface LessonText {
  title: Spoken;
  body: Spoken & { headings: { id: string; title: string }[] };
  check: Check | null;
  sources: Spoken[];
  /** The language of the original, when any part of the lesson is shown in it instead of the reader's. */
  original: Language | null;
}

export interface Check {
  stem: Spoken;
  answer: Spoken;
  options: { key: string; text: Spoken; feedback: Spoken; right: boolean }[];
}

@Injectable()
export class LessonTexts {
  private readonly kept = new Map<string, { words: Words; text: LessonText }>();

  constructor(
    private readonly content: Content,
    private readonly phrases: Phrases,
  ) {}

  async of(moduleVersionId: string, lesson: LessonStructure, language: Language): Promise<LessonText> {
    const words = await this.content.wordsOf(moduleVersionId, language);
    const name = `${moduleVersionId} ${lesson.key} ${language}`;
    const known = this.kept.get(name);
    if (known?.words === words) return known.text;
    const text = this.print(lesson, words);
    if (this.kept.size >= 2000) this.kept.clear();
    this.kept.set(name, { words, text });
    return text;
  }

  private print(lesson: LessonStructure, words: Words): LessonText {
    const at = `steps.${lesson.key}`;
    const spoken = (key: string): Spoken => spokenOf(words.text(`${at}.${key}`));
    const body = spoken('body');
    const glossary = Object.fromEntries(
      lesson.glossary.map((term) => [term, { name: spoken(`glossary.${term}.name`), text: spoken(`glossary.${term}.text`) }]),
    );
    const prose = renderMarkdown(body.text, {
      idea: this.phrases.in(body.language)('lessons.key-idea'),
      language: body.language,
      glossary: glossary as never,
    });
    const check = lesson.check && {
      stem: spoken('check.stem'),
      answer: spoken('check.answer'),
      options: lesson.check.options.map((key) => ({
        key,
        text: spoken(`check.options.${key}.text`),
        feedback: spoken(`check.options.${key}.feedback`),
        right: key === lesson.check!.right,
      })),
    };
    return {
      title: spoken('title'),
      body: { ...body, text: prose.html, headings: prose.headings as never },
      check,
      sources: Array.from({ length: lesson.sources }, (_, index) => spoken(`sources.${index + 1}`)),
      original: body.language === words.language ? null : body.language,
    };
  }
}
