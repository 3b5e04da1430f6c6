import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Like, Not } from 'typeorm';
import { Database } from '../../database/database.service';
import { isId } from '../../kernel/identifier';
import type { Readable } from './mail-reader.guard';
import { OutboxMessage } from './outbox-message.entity';
import { Post } from './post.service';

export const LETTERS_PER_PAGE = 25;
/** How long the words of a letter are kept where no mail server takes it, and how long it is known that there was one. */
export const WORDS_DAYS = 14;
export const LETTER_DAYS = 90;

const DAY_MS = 86_400_000;
const ofTheDemo = (demo: boolean) => (demo ? { recipient: Like('%@demo.example') } : {});

/** The outbox as it is read in the application, and how long it remembers. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly post: Post,
  ) {}

  /** A page of them, the newest first, and how many there are. */
  list({ demo }: Readable, page: number): Promise<[OutboxMessage[], number]> {
    return this.database.read(OutboxMessage).findAndCount({
      ...(demo && { where: ofTheDemo(demo) }),
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * LETTERS_PER_PAGE,
      take: LETTERS_PER_PAGE,
    });
  }

  async one({ demo }: Readable, id: string): Promise<OutboxMessage | null> {
    return isId(id) ? this.database.read(OutboxMessage).findOneBy({ id, ...ofTheDemo(demo) }) : null;
  }

  /** Removes the files of letters that are gone. */
  throwAway(ids: string[]): Promise<void> {
    return this.post.throwAway(ids);
  }

  /** Forgets the words of letters after two weeks and the letters after three months. Returns how many were forgotten. */
  async prune(now: Date): Promise<number> {
    const old = (days: number) => ({ dueAt: IsNull(), createdAt: LessThan(new Date(now.getTime() - days * DAY_MS)) });
    const spoken = await this.database.read(OutboxMessage).find({ where: { ...old(WORDS_DAYS), text: Not('') }, select: { id: true } });
    const ids = spoken.map(({ id }) => id);
    await this.post.throwAway(ids);
    return this.database.write(async (write) => {
      if (ids.length) await write.update(OutboxMessage, { id: In(ids) }, { text: '' });
      return (await write.remove(OutboxMessage, old(LETTER_DAYS))) + ids.length;
    });
  }
}
