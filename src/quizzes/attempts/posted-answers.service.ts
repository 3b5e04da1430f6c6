import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { NotFound } from '../../kernel/not-found';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { UnreadableForm } from '../../web/errors/outcomes';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import { asksCertainty, checksOf } from '../sitting/behaviour';
import type { Certainty } from '../sitting/certainty';
import type { Paper } from '../sitting/draws';
import { type Fields, type Given, isEmpty, readGiven } from '../questions/given';
import { isAsked, type Question, textKey } from '../questions/question';
import { isOpen, isOver, isTimeUp } from '../sitting/timing';
import type { Answer } from './answer.entity';
import type { AnswerForm } from './attempt.form';
import type { Attempt } from './attempt.entity';
import type { Saved } from './attempts.queries';
import { Attempts } from './attempts.service';
import { foreignField } from './fields';
import type { BegunAttempt } from './quiz-step.guard';
import { LateAnswers } from './late-answers.service';
import { LookAgains } from './look-agains.service';
import { Saves } from './saves.service';

export interface PostedAnswer {
  open: BegunAttempt;
  number: number;
  paper: Paper;
  question: Question;
  form: Submitted<AnswerForm>;
  /** Its fields, with the keys of options. */
  typed: Fields;
  language: Language;
  /** Whether the page's script has sent it without anybody's pressing a button. */
  byItself: boolean;
}

/** What came of a posted answer. */
export type Taken =
  | { kind: 'saved'; answer: Pick<Answer, 'savedAt' | 'sequence'> | null; to: string | null; late?: boolean }
  | { kind: 'wrong'; errors: FormError[]; saved: Pick<Answer, 'savedAt' | 'sequence'> | null }
  | { kind: 'stale'; newer: Answer; mine: Given };

/** Takes what is posted for a question: reads it, saves it, checks it where that is asked, and says where to go. */
@Injectable()
export class PostedAnswers {
  constructor(
    private readonly attempts: Attempts,
    private readonly saves: Saves,
    private readonly late: LateAnswers,
    private readonly flags: LookAgains,
    private readonly content: Content,
  ) {}

  /** What comes after the end is refused, and kept for the team. */
  async take(posted: PostedAnswer, now: Date): Promise<Taken> {
    try {
      return await this.taken(posted, now);
    } catch (error) {
      if (!(error instanceof Refusal) || !(await this.keptLate(posted, now))) throw error;
      throw new Refusal(`taking.refusal.kept-${error.reason.split('.').at(-1)}`, error.details);
    }
  }

  private async keptLate({ question, form, typed, ...posted }: PostedAnswer, now: Date): Promise<boolean> {
    if (!isAsked(question) || form.values.skip || !(await posted.open.afresh())) return false;
    const read = foreignField(question.type, form.values) ? null : readGiven(question, typed);
    if (!read || 'refused' in read || form.errors.length || isEmpty(read.given)) return false;
    return this.late.keep(await this.answerOf({ ...posted, question, form, typed }, read.given, now));
  }

  private async taken(posted: PostedAnswer, now: Date): Promise<Taken> {
    const { question, form, typed, byItself } = posted;
    const broken = form.errors.find(({ field }) => field === 'skip');
    if (broken) throw new UnreadableForm('unknown-field', broken.field);
    if (!isAsked(question) || form.values.skip) return this.pass(posted, now);
    const foreign = foreignField(question.type, form.values);
    if (foreign) throw new UnreadableForm('unknown-field', foreign);
    const read = readGiven(question, typed);
    const errors = 'refused' in read ? [{ field: read.field, key: read.refused, details: read.details }] : form.errors;
    const attempt = await this.still(posted, errors.length > 0, now);
    const last = !byItself && isTimeUp(now, attempt.endsAt); // the page's clock has sent this: it is the last word, whatever it holds
    if ('refused' in read || errors.length) return last ? this.timeUp(attempt, now) : { kind: 'wrong', errors, saved: null };
    const result = await this.save(posted, read.given, now);
    if (!result.saved) return { kind: 'stale', newer: result.newer, mine: read.given };
    if (last) return this.timeUp(attempt, now, result.answer);
    if (result.unchecked)
      return { kind: 'wrong', errors: [{ field: 'answer', key: `taking.check.${result.unchecked}`, details: {} }], saved: result.answer };
    return { kind: 'saved', answer: result.answer, to: byItself ? null : await this.next(posted, now), late: result.late };
  }

  private async save(one: PostedAnswer, given: Given, now: Date) {
    const { question, paper, number } = one;
    const { values } = one.form;
    const answer = await this.answerOf(one, given, now);
    const posted = { sequence: Number(values.sequence), page: answer.page, turn: answer.turn };
    if (values.check && checksOf(question, paper.rules.behaviour) > 0)
      return this.saves.check(paper, question, answer, posted, inSequence(paper, number));
    return { ...(await this.saves.save(answer, posted, inSequence(paper, number))), unchecked: undefined };
  }

  private async answerOf({ open, question, paper, form, language: asked }: PostedAnswer, given: Given, now: Date): Promise<Saved> {
    const { values, formId: page } = form;
    const certainty = asksCertainty(question, paper.rules.behaviour) && values.certainty ? (Number(values.certainty) as Certainty) : null;
    const words = await this.content.wordsOf(open.attempt.quizVersionId, asked);
    const { language } = words.text(textKey(question, 'stem')); // without a translation it stood there in its own
    const turn = Number(values.turn ?? '0');
    return { attemptId: open.attempt.id, question: question.key, given, page, turn, savedAt: now, certainty, language };
  }

  /** The attempt as it began; as it is now when its end is near or there is something to correct. Refuses what comes after the end. */
  private async still({ open }: PostedAnswer, wrong: boolean, now: Date): Promise<Attempt> {
    if (!wrong && !isTimeUp(now, open.attempt.endsAt)) return open.attempt;
    const fresh = await open.afresh(); // its end may have moved since it began
    if (!fresh) throw new NotFound();
    if (!isOpen(fresh.attempt) || isOver(now, fresh.attempt.endsAt)) await this.attempts.assertOpen(fresh.attempt, now);
    return fresh.attempt;
  }

  /** Nothing is answered here: it was only read, or is closed. */
  private async pass(posted: PostedAnswer, now: Date): Promise<Taken> {
    const fresh = await posted.open.afresh();
    if (!fresh) throw new NotFound();
    await this.attempts.assertOpen(fresh.attempt, now);
    if (isTimeUp(now, fresh.attempt.endsAt)) return this.timeUp(fresh.attempt, now);
    return { kind: 'saved', answer: null, to: await this.next(posted, now) };
  }

  private async timeUp({ id }: Attempt, now: Date, answer: Pick<Answer, 'savedAt' | 'sequence'> | null = null): Promise<Taken> {
    const state = await this.attempts.timeUp(id, now);
    return { kind: 'saved', answer, to: state === 'overdue' ? `/attempts/${id}` : `/attempts/${id}/result` };
  }

  private async next({ open, number, paper, question, form }: PostedAnswer, now: Date): Promise<string> {
    const to = placeAfter(number, paper, form.values);
    const { id } = open.attempt;
    if (form.values.flag) await this.flags.mark(id, question.key, form.values.flag === 'yes', now);
    if (inSequence(paper, number) !== null && to === number + 1) await this.saves.goOn(id, number);
    return to === 'summary' ? `/attempts/${id}` : `/attempts/${id}/questions/${to}`;
  }
}

export function inSequence({ rules }: Paper, number: number): number | null {
  return rules.navigation === 'sequential' ? number : null;
}

/** Where somebody goes after saving: to the question they asked for or the next one, and from the last one to all answers; in sequence only onwards. */
function placeAfter(number: number, paper: Paper, { up, down, check, flag, go = 'next' }: AnswerForm): number | 'summary' {
  if (up || down || check || flag) return number;
  if (go === 'summary') return go;
  const asked = go === 'next' ? number + 1 : Number(go);
  const to = inSequence(paper, number) !== null && asked !== number ? number + 1 : asked;
  return to > paper.questions.length || to < 1 ? 'summary' : to;
}
