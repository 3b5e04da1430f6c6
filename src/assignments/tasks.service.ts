import { Injectable } from '@nestjs/common';
import { Content } from '../content/content.service';
import { renderMarkdown } from '../content/prose/markdown';
import type { Words } from '../content/translation';
import type { Language } from '../kernel/language';
import { Phrases } from '../languages/phrases';
import { type Assignment, assignment } from './assignment';

/** An assignment in one language: what is to be done, and its words. */
export interface Task {
  task: Assignment;
  words: Words;
  /** What is to be done, as safe markup. */
  html: string;
}

/** Assignments by the versions that cohorts are pinned to. */
@Injectable()
export class Tasks {
  private readonly printed = new WeakMap<Words, string>();

  constructor(
    private readonly content: Content,
    private readonly phrases: Phrases,
  ) {}

  async of(versionId: string, language: Language): Promise<Task> {
    const [document, words] = [await this.content.document(versionId), await this.content.wordsOf(versionId, language)];
    const html = this.printed.get(words) ?? this.print(words);
    this.printed.set(words, html);
    return { task: assignment(document), words, html };
  }

  private print(words: Words): string {
    const { text, language } = words.text('task');
    return renderMarkdown(text, { idea: this.phrases.in(language)('lessons.key-idea'), language }).html;
  }
}
