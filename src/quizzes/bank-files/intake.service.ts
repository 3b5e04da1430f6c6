import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Workbooks } from '../../cohorts/roster/reading/workbooks.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { BankQuestion } from '../bank/bank-question.entity';
import { type BankAuthor, BankQuestions } from '../bank/bank-questions.service';
import { tooMuch } from '../bank/limits';
import { laidOver, writtenOf } from '../bank/rows';
import { writeBankFile } from '../formats/bank-file';
import { type ReadQuestions, severityOf } from '../formats/read-file';
import { sameWritten, type Written } from '../written';
import { LONGEST_CARRIED } from './body';
import { type Mending, mended, mendingOf } from './mending';
import { readBytes, readText } from './reading';

export type Verdict = 'new' | 'changed' | 'same';

/** A file that was looked at. */
export interface Looked extends ReadQuestions {
  /** What the page carries along, to be changed there. */
  text: string;
  name: string;
  language: Language;
  /** One for each problem, where mending is certain. */
  mendings: (Mending | null)[];
  /** One for each question. */
  verdicts: Verdict[];
  /** How many things keep a question out. */
  faulty: number;
}

interface Weighed {
  verdict: Verdict;
  /** The question of the bank that it changes, and what that becomes. */
  there: BankQuestion | null;
  after: Written;
}

/** Files of questions on their way into a bank: read, mended, held against what is there, taken in. */
@Injectable()
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly bank: BankQuestions,
    private readonly workbooks: Workbooks,
  ) {}

  /** What was pasted or brought, read; or what is wrong with all of it. */
  async read(
    { text, name, language, left }: { text: string; name: string; language: Language; left: number },
    file: { bytes: Uint8Array; name: string } | null,
    chapterId: string | null,
    fix = '',
  ): Promise<Looked | FormError> {
    if (!file && !text) return { field: 'text', key: 'formats.error.nothing', details: {} };
    if (!file && text.length > LONGEST_CARRIED) return { field: 'text', key: 'formats.error.too-long', details: { max: LONGEST_CARRIED } };
    const called = file?.name ?? name;
    const plain = file ? null : this.mendedText(text, called, language, fix);
    const read = plain === null ? await readBytes(file!.bytes, called, language, this.workbooks) : readText(plain, called, language);
    const checked = checkedSizes(read);
    const own = read.text?.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '') ?? null;
    const carried = own !== null && own.length <= LONGEST_CARRIED ? own : checked.writtens.length ? writeBankFile(checked.writtens) : '';
    if (carried.length > LONGEST_CARRIED) return { field: 'file', key: 'formats.error.too-long', details: { max: LONGEST_CARRIED } };
    const lines = carried.split('\n');
    const weighed = await this.weigh(chapterId, checked.writtens);
    return {
      ...checked,
      text: carried,
      name: carried === own ? called : 'questions.yml',
      language,
      mendings: checked.problems.map((problem) => (carried === own ? mendingOf(problem, lines) : null)),
      verdicts: weighed.map(({ verdict }) => verdict),
      faulty: left + checked.problems.filter((problem) => severityOf(problem) === 'error').length,
    };
  }

  /** Takes questions in: all of them, or none. Returns their ids in the bank, in their order. */
  async take(write: Writer, author: BankAuthor, writtens: readonly Written[], now: Date): Promise<string[]> {
    const weighed = await this.weigh(author.chapterId, writtens);
    const byId = new Map<Written, string>();
    const others: Written[] = [];
    for (const [at, { there, verdict, after }] of weighed.entries()) {
      const written = writtens[at]!;
      if (!there || there.externalId !== null) others.push(written);
      else byId.set(written, there.id);
      if (there?.externalId === null && verdict === 'changed') await this.bank.change(write, author, there, after, now, 'taken');
    }
    const { ids } = await this.bank.take(write, author, others, now);
    others.forEach((written, at) => byId.set(written, ids[at]!));
    return writtens.map((written) => byId.get(written)!);
  }

  private mendedText(text: string, name: string, language: Language, fix: string): string {
    if (!fix) return text;
    const lines = text.split('\n');
    const all = readText(text, name, language).problems.map((problem) => mendingOf(problem, lines));
    const wanted = fix === 'all' ? all : [all[Number(fix)]];
    return mended(
      text,
      wanted.filter((one) => one !== null && one !== undefined),
    );
  }

  /** What each question would be to the bank. A question written here goes out with the end of its id, and is known by it again. */
  private async weigh(chapterId: string | null, writtens: readonly Written[]): Promise<Weighed[]> {
    const said = [...new Set(writtens.flatMap(({ externalId }) => externalId ?? []))];
    const where = { chapterId: chapterId ?? IsNull() };
    const read = this.database.read(BankQuestion);
    const known = said.length ? await read.findBy({ ...where, externalId: In(said) }) : [];
    const bare = said.filter((id) => /^[0-9a-f]{12}$/.test(id));
    const unnamed = bare.length ? await read.find({ where: { ...where, externalId: IsNull() }, select: { id: true } }) : [];
    const ids = unnamed.flatMap(({ id }) => (bare.includes(id.slice(24)) ? [id] : []));
    const own = await this.bank.byIds(chapterId, ids);
    const found = new Map([...own.map((one) => [one.id.slice(24), one] as const), ...known.map((one) => [one.externalId!, one] as const)]);
    return writtens.map((written) => weighed(written, (written.externalId !== null && found.get(written.externalId)) || null));
  }
}

function weighed(written: Written, there: BankQuestion | null): Weighed {
  if (!there) return { verdict: 'new', there, after: written };
  const before = writtenOf(there);
  const after = laidOver(before, { ...written, externalId: there.externalId });
  return { verdict: sameWritten(before, after) ? 'same' : 'changed', there, after };
}

/** What the bank would refuse is said with its line before anything is taken in. */
function checkedSizes<R extends ReadQuestions>(read: R): R {
  const found = read.writtens.map((written) => tooMuch(written));
  if (!found.some(Boolean)) return read;
  const problems = found.flatMap((each, at) =>
    each ? [{ line: read.questions[at]!.line, key: each.key as 'formats.problem.too-long', details: each.details }] : [],
  );
  const kept = <T>(all: T[]) => all.filter((_, at) => !found[at]);
  return {
    ...read,
    questions: kept(read.questions),
    writtens: kept(read.writtens),
    problems: [...read.problems, ...problems].sort((a, b) => a.line - b.line),
  };
}
