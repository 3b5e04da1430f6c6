import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Outlines } from '../../modules/outlines.service';
import { People } from '../../people/people.service';
import { Certificates } from './certificates.service';
import { Earnings } from './earnings.service';
import type { Goal } from './eligibility';
import type { PrintedNames } from './names.service';
import { outlookOf } from './outlook';

/** From what is missing to the certificate: what somebody sees on the way, and the press that confirms their name. */
@Injectable()
export class Confirming {
  constructor(
    private readonly certificates: Certificates,
    private readonly earnings: Earnings,
    private readonly outlines: Outlines,
    private readonly people: People,
    private readonly outcomes: Outcomes,
  ) {}

  confirmed(personId: string): Promise<PrintedNames | null> {
    return this.earnings.nameOf(personId);
  }

  /** Whether letters reach somebody: only then their name is confirmed. */
  async reachable(personId: string): Promise<boolean> {
    return Boolean((await this.people.byId(personId))?.emailVerifiedAt);
  }

  /** The certificate's id when it is there; else how it stands. `module` is empty for the programme's. */
  async wayTo(study: Study, module: string, language: Language) {
    const about = aboutOf(module);
    const prospects = await this.earnings.prospectsOf(study);
    const own = prospects.find(({ goal }) => goal.kind === about.kind && goal.about === about.about);
    if (!own) throw new NotFound();
    const issued = (await this.certificates.ofStudy(study.enrolmentId, about))?.id ?? null;
    const { programmeVersionId, pins } = study.cohort;
    const programme = await this.outlines.programme(programmeVersionId, pins, language);
    const others = prospects.filter((one) => one !== own);
    return {
      issued,
      outlook: outlookOf(own, others, programme),
      person: (await this.people.byId(study.personId))!,
      confirmed: await this.confirmed(study.personId),
    };
  }

  /** Confirms the name, unless one was confirmed before, and issues everything that waits for it. Returns the certificate's address. */
  confirm(study: Study, module: string, names: PrintedNames, by: { viewerId: string; formId: string }, now: Date): Promise<string> {
    return this.outcomes.run(by.viewerId, by.formId, async (write) => {
      const id = await this.earnings.claim(write, study, aboutOf(module), names, now);
      return `/certificates/${id}`;
    });
  }
}

function aboutOf(module: string): Pick<Goal, 'kind' | 'about'> {
  return module ? { kind: 'module', about: module } : { kind: 'programme', about: '' };
}
