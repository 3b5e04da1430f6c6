import { Injectable } from '@nestjs/common';
import { LeadOfChapter } from '../../chapters/chapter-team.guard';
import type { Chapter } from '../../chapters/chapter.entity';
import { Chapters } from '../../chapters/chapters.service';
import { Database } from '../../database/database.service';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { Certificate } from '../certificate.entity';

/** A certificate as those see it who lead the chapter that issued it. */
export interface Issued {
  chapter: Chapter;
  certificate: Certificate;
}

/** The certificate in the address as `:certificate`, which the chapter in it as `:chapter` issued, for its leads and for stewards. */
@Injectable()
export class CertificateOfChapter implements Permission {
  private readonly leads: LeadOfChapter;

  constructor(
    chapters: Chapters,
    private readonly database: Database,
  ) {
    this.leads = new LeadOfChapter(chapters);
  }

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<Issued | null> {
    const own = await this.leads.subject(viewer, parameters);
    const { certificate: id } = parameters;
    if (!own || !isId(id)) return null;
    const certificate = await this.database.read(Certificate).findOneBy({ id, chapterId: own.chapter.id });
    return certificate && { chapter: own.chapter, certificate };
  }
}
