import { Injectable } from '@nestjs/common';
import { Content, type Pins } from '../content/content.service';
import type { ModuleStructure, ProgrammeStructure, StepStructure } from '../content/structures';
import type { Shown, Words } from '../content/translation';
import type { Language } from '../kernel/language';

export interface StepOutline {
  key: string;
  kind: StepStructure['kind'];
  minutes: number;
  title: Shown;
  /** Where it is done; the activity answers there. */
  structure: StepStructure;
}

/** A module as lists and tables of contents show it: its words in one language, without its lessons' text. */
export interface ModuleOutline {
  versionId: string;
  slug: string;
  title: Shown;
  summary: Shown;
  steps: StepOutline[];
  minutes: number;
}

export interface ProgrammeOutline {
  slug: string;
  title: Shown;
  summary: Shown;
  modules: ModuleOutline[];
}

/** Tables of contents of what a cohort is pinned to. */
@Injectable()
export class Outlines {
  private readonly known = new Map<string, { words: Words; outline: ModuleOutline }>();

  constructor(private readonly content: Content) {}

  async programme(programmeVersionId: string, pins: Pins, language: Language): Promise<ProgrammeOutline> {
    const [document, words] = [await this.content.document(programmeVersionId), await this.content.wordsOf(programmeVersionId, language)];
    const { modules } = document.structure as ProgrammeStructure;
    return {
      slug: document.slug,
      title: words.text('title'),
      summary: words.text('summary'),
      modules: await Promise.all(modules.map((slug) => this.module(pins[`module:${slug}`]!, language))),
    };
  }

  async module(versionId: string, language: Language): Promise<ModuleOutline> {
    const words = await this.content.wordsOf(versionId, language);
    const known = this.known.get(`${versionId} ${language}`);
    if (known?.words === words) return known.outline;
    const document = await this.content.document(versionId);
    const outline = outlineOf(versionId, document.slug, document.structure as ModuleStructure, words);
    if (this.known.size > 500) this.known.clear();
    this.known.set(`${versionId} ${language}`, { words, outline });
    return outline;
  }
}

function outlineOf(versionId: string, slug: string, { steps }: ModuleStructure, words: Words): ModuleOutline {
  return {
    versionId,
    slug,
    title: words.text('title'),
    summary: words.text('summary'),
    steps: steps.map((structure) => ({
      key: structure.key,
      kind: structure.kind,
      minutes: structure.minutes,
      title: words.text(`steps.${structure.key}.title`),
      structure,
    })),
    minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
