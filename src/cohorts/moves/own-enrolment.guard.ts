import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { Study } from '../enrolment/study';
import { StudyQueries } from '../enrolment/studies.queries';

/** The person's own enrolment, by its id in the address as `:enrolment`, also when they have left: what they did there stays theirs to read. */
@Injectable()
export class OwnEnrolment implements Permission {
  constructor(private readonly studies: StudyQueries) {}

  async subject(viewer: Viewer | null, { enrolment }: Record<string, string>): Promise<Study | null> {
    return viewer && isId(enrolment) ? this.studies.one(enrolment, viewer.id) : null;
  }
}
