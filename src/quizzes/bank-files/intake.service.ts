import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Workbooks } from '../../cohorts/roster/reading/workbooks.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { BankQuestion } from '../bank/bank-question.entity';
import { type BankAuthor, BankQuestions } from '../bank/bank-questions.service';
import { laidOver, writtenOf } from '../bank/rows';
import { severityOf } from '../formats/read-file';
import { sameWritten, type Written } from '../questions/written';
import { LONGEST_CARRIED } from './body';
import type { Found } from './looking';
import { sourceOf } from './reading';
import { Readings } from './readings.service';

export type Verdict = 'new' | 'changed' | 'same';

/** A file that was looked at. */
export interface Looked extends Found {
  /** What the page carries along, to be changed there. */
  text: string;
  language: Language;
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
    private readonly readings: Readings,
  ) {}

  /** What was pasted or brought, read; or what is wrong with all of it. */
  async read(
    { text, name, language, left }: { text: string; name: string; language: Language; left: number },
    file: { bytes: Uint8Array; name: string } | null,
    chapterId: string | null,
    fix = '',
  ): Promise<Looked | FormError> {
    const wrong = (field: string, key: string, details = {}): FormError => ({ field, key: `formats.error.${key}`, details });
    const from = file ? 'file' : 'text';
    if (!file && !text) return wrong('text', 'nothing');
    if (!file && text.length > LONGEST_CARRIED) return wrong('text', 'too-long', { max: LONGEST_CARRIED });
    const source = file ? await sourceOf(file.bytes, this.workbooks) : { text };
    const found = await this.readings.read({ source, name: file?.name ?? name, language, fix: file ? '' : fix });
    if (typeof found === 'string') return wrong(from, found);
    const { text: carried } = found;
    if (carried === null) return wrong(from, 'too-long', { max: LONGEST_CARRIED });
    const weighed = await this.weigh(chapterId, found.writtens);
    return {
      ...found,
      text: carried,
      language,
      verdicts: weighed.map(({ verdict }) => verdict),
      faulty: left + found.problems.filter((problem) => severityOf(problem) === 'error').length,
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
