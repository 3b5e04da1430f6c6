import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { FormError } from '../forms/form.pipe';
import { WORDS_DAYS } from './letters.service';
import type { Readable } from './mail-reader.guard';
import type { OutboxMessage } from './outbox-message.entity';
import { STOPPED } from './outbox.service';
import { paragraphsOf } from './paragraphs';

/** views/web/stop.hbs */
export function stopPage(token: string, stopped: boolean, errors: FormError[] = []) {
  return { formId: newId(), action: `/mail/stop/${token}/choice`, stopped, errors: errors.length ? errors : null };
}

/** views/web/letters.hbs */
export function lettersPage({ demo, words }: Readable, letters: OutboxMessage[], page: number, pages: number) {
  const address = (number: number) => (number === 1 ? '/mail' : `/mail?page=${number}`);
  return {
    demo,
    words,
    days: WORDS_DAYS,
    letters: letters.map((letter) => ({ address: `/mail/${letter.id}`, ...inShort(letter, words) })),
    pages: pages > 1 && {
      previous: page > 1 ? address(page - 1) : null,
      next: page < pages ? address(page + 1) : null,
      number: page,
      count: pages,
    },
  };
}

/** views/web/letter.hbs */
export function letterPage({ demo, words }: Readable, letter: OutboxMessage) {
  const { language } = letter;
  return {
    demo,
    ...inShort(letter, words),
    direction: directionOf(language),
    paragraphs: words && letter.text ? paragraphsOf(letter.text) : null,
  };
}

function inShort({ recipient, subject, language, createdAt, sentAt, dueAt, failure }: OutboxMessage, words: boolean) {
  const left = sentAt ? (words ? 'written' : 'sent') : null;
  const state = left ?? (dueAt ? 'waiting' : failure === STOPPED ? 'stopped' : 'failed');
  return { recipient, subject, language, at: createdAt, state, tone: { failed: 'no', waiting: 'hm' }[state as string] ?? '' };
}
