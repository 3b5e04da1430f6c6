import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { Study } from './study';
import { StudyQueries } from './studies.queries';

/** The person's own study, by its id in the address as `:enrolment`. */
@Injectable()
export class OwnStudy implements Permission {
  constructor(private readonly studies: StudyQueries) {}

  async subject(viewer: Viewer | null, { enrolment }: Record<string, string>): Promise<Study | null> {
    if (!viewer || !isId(enrolment)) return null;
    const study = await this.studies.one(enrolment, viewer.id);
    return study && study.state !== 'withdrawn' ? study : null;
  }
}
