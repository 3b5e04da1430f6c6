import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Content, type Pins } from '../content/content.service';
import type { ScenarioStructure } from '../content/scenario';
import type { ModuleStructure, ProgrammeStructure, QuizStructure, StepStructure } from '../content/structures';
import type { Words } from '../content/translation';
import type { Language } from '../kernel/language';

const PAGE = 3_000; // the house round a page: header, languages, icons, buttons; compressed
const FIRST_VISIT = 12_000; // style and scripts, which a browser keeps
const PAGES_BESIDE_QUESTIONS = 3; // a quiz begins, is looked over and has a result
const PAGES_OF_AN_ASSIGNMENT = 4; // it is read, saved, handed in, and has an answer
const PAGES_OF_A_PHASE = 4; // somebody alone at a table acts a few times before a phase is over

/** How many bytes travel to a reader, compressed, so that a page can say it before anybody asks for them. */
@Injectable()
export class Weights {
  private readonly known = new WeakMap<Words, Map<string, number>>();

  constructor(private readonly content: Content) {}

  /** One step of a module, with every page that it takes. */
  async ofStep(pins: Pins, module: string, step: StepStructure, language: Language): Promise<number> {
    if (step.kind === 'lesson') {
      const prefix = `steps.${step.key}.`;
      return PAGE + (await this.ofTexts(pins[`module:${module}`]!, prefix, (key) => key.startsWith(prefix), language));
    }
    if (step.kind === 'assignment')
      return PAGES_OF_AN_ASSIGNMENT * PAGE + (await this.ofTexts(pins[`assignment:${step.assignment}`]!, '', () => true, language));
    return step.kind === 'quiz'
      ? this.ofQuiz(pins[`quiz:${step.quiz}`]!, language)
      : this.ofScenario(pins[`scenario:${step.scenario}`]!, language);
  }

  private async ofQuiz(versionId: string, language: Language): Promise<number> {
    const { questions } = (await this.content.document(versionId)).structure as QuizStructure;
    return (questions.length + PAGES_BESIDE_QUESTIONS) * PAGE + (await this.ofTexts(versionId, '', () => true, language));
  }

  /** For somebody who plays alone: of all the briefs they are given one. */
  private async ofScenario(versionId: string, language: Language): Promise<number> {
    const { roles, phases } = (await this.content.document(versionId)).structure as ScenarioStructure;
    const own = `roles.${(roles.find(({ playable }) => playable) ?? roles[0]!).key}.brief`;
    const read = (key: string) => key === own || !/^roles\.[^.]+\.brief$/.test(key);
    return phases.length * PAGES_OF_A_PHASE * PAGE + (await this.ofTexts(versionId, own, read, language));
  }

  /** A whole programme for somebody who has never been here. */
  async ofProgramme(programmeVersionId: string, pins: Pins, language: Language): Promise<number> {
    const { modules } = (await this.content.document(programmeVersionId)).structure as ProgrammeStructure;
    const each = modules.map(async (slug) => {
      const { steps } = (await this.content.document(pins[`module:${slug}`]!)).structure as ModuleStructure;
      return sum(await Promise.all(steps.map((step) => this.ofStep(pins, slug, step, language))));
    });
    return FIRST_VISIT + sum(await Promise.all(each));
  }

  private async ofTexts(versionId: string, part: string, belongs: (key: string) => boolean, language: Language): Promise<number> {
    const words = await this.content.wordsOf(versionId, language);
    const known = this.known.get(words) ?? new Map<string, number>();
    this.known.set(words, known);
    if (!known.has(part)) {
      const keys = Object.keys((await this.content.document(versionId)).texts).filter(belongs);
      known.set(part, gzipSync(keys.map((key) => words.text(key).text).join('\n')).length);
    }
    return known.get(part)!;
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
