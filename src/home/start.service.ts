import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import { Studies } from '../cohorts/enrolment/studies.service';
import type { Viewer } from '../web/requests/viewer';

/** Where somebody begins: with what they learn, or else with the people they look after. */
@Injectable()
export class Start {
  constructor(
    private readonly studies: Studies,
    private readonly chapters: Chapters,
  ) {}

  async of(viewer: Viewer): Promise<string> {
    if ((await this.studies.of(viewer)).length) return '/learning';
    const roles = (await this.chapters.rolesOf(viewer.id)).flatMap((belonging) => belonging.roles);
    return viewer.steward || roles.includes('lead') || roles.includes('trainer') ? '/chapters' : '/learning';
  }
}
