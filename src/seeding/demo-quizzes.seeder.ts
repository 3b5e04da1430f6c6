import { Injectable } from '@nestjs/common';
import type { Study } from '../cohorts/enrolment/study';
import { Content } from '../content/content.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import { learningModule, type QuizStep } from '../modules/learning-module';
import { programme } from '../modules/programme';
import { Attempts, type QuizPlace } from '../quizzes/attempts/attempts.service';
import { QuizVersions } from '../quizzes/attempts/quiz-versions.service';
import { Saves } from '../quizzes/attempts/saves.service';
import type { Given } from '../quizzes/questions/given';
import type { Question } from '../quizzes/questions/question';
import { rightAnswer } from '../quizzes/questions/review';

/** Takes quizzes for the demo's trainees: everything right, or every second question wrong. */
@Injectable()
export class DemoQuizzes {
  constructor(
    private readonly content: Content,
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly saves: Saves,
  ) {}

  /** The lessons and the quiz of the first module of a study. */
  async steps({ cohort }: Study): Promise<{ module: string; lessons: string[]; quiz: QuizStep }> {
    const { modules } = programme(await this.content.document(cohort.programmeVersionId));
    const { slug, steps } = learningModule(await this.content.document(cohort.pins[`module:${modules[0]}`]!));
    const lessons = steps.filter(({ kind }) => kind === 'lesson').map(({ key }) => key);
    return { module: slug, lessons, quiz: steps.find((step): step is QuizStep => step.kind === 'quiz')! };
  }

  async take(write: Writer, study: Study, module: string, step: QuizStep, well: boolean, at: Date): Promise<void> {
    await this.sit(write, { study, module, step: step.key, quizVersionId: study.cohort.pins[`quiz:${step.quiz}`]! }, { well }, at);
  }

  /** `text`: what somebody writes where more than a line is asked. */
  async sit(write: Writer, place: QuizPlace, { well, text }: { well: boolean; text?: string }, at: Date): Promise<void> {
    const { language } = place.study.cohort;
    const id = await this.attempts.begin(write, place, language, at);
    const { questions } = await this.quizzes.quiz(place.quizVersionId);
    const document = await this.content.document(place.quizVersionId);
    for (const [index, question] of questions.entries()) {
      const usual = well || index % 2 ? withTypedGaps(rightAnswer(question), question, document.texts) : wrongAnswer(question);
      const given: Given = question.type === 'essay' && text ? { type: 'essay', text } : usual;
      const answer = {
        attemptId: id,
        question: question.key,
        given,
        page: newId(),
        turn: 0,
        savedAt: at,
        certainty: null,
        language,
      };
      await this.saves.save(answer, { ...answer, sequence: 0 }, null);
    }
    await this.attempts.handIn(id, new Date(at.getTime() + 18 * 60_000));
  }
}

function withTypedGaps(right: Given, question: Question, texts: Record<string, string>): Given {
  if (right.type === 'short-text' && question.type === 'short-text')
    return { type: 'short-text', typed: texts[`questions.${question.key}.answers.${question.answers[0]!.key}.text`]! };
  if (right.type !== 'gap-text') return right;
  const filled = Object.entries(right.gaps).map(([gap, value]) => [
    gap,
    value || texts[`questions.${question.key}.gaps.${gap}.answers.1`]!,
  ]);
  return { type: 'gap-text', gaps: Object.fromEntries(filled) as Record<string, string> };
}

/** An answer that somebody could have given and that is wrong. */
function wrongAnswer(question: Question): Given {
  switch (question.type) {
    case 'single':
      return { type: 'single', option: question.options.find((key) => key !== question.right)! };
    case 'multiple':
      return { type: 'multiple', options: question.options.filter((key) => !question.right.includes(key)).slice(0, 1) };
    case 'matching':
      return {
        type: 'matching',
        matches: Object.fromEntries(question.items.map(({ key, right }) => [key, question.options.find((one) => one !== right)!])),
      };
    case 'ordering':
      return { type: 'ordering', order: [...question.options].reverse() };
    case 'true-false':
      return { type: 'true-false', value: !question.right };
    case 'short-text':
      return { type: 'short-text', typed: '?' };
    case 'essay':
      return { type: 'essay', text: '?' };
    case 'description':
      return { type: 'description' };
    case 'number':
      return { type: 'number', typed: String(question.value + 7) };
    case 'gap-text':
      return {
        type: 'gap-text',
        gaps: Object.fromEntries(question.gaps.map((gap) => [gap.key, gap.typed ? '?' : gap.options.find((one) => one !== gap.right)!])),
      };
  }
}
