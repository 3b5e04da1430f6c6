import type { AuditLine } from '../../chapters/audit/audit.service';
import type { Chapter } from '../../chapters/chapter.entity';

/** views/oversight/audit.hbs */
export function auditPage({ name, slug }: Chapter, lines: AuditLine[], page: number, pages: number) {
  const address = `/chapters/${slug}`;
  const at = (number: number) => (number >= 1 && number <= pages ? `${address}/audit?page=${number}` : null);
  return {
    chapter: { name, address },
    lines: lines.map(({ at: when, act, role, actor, subject, hasSubject }) => ({
      at: when,
      act: `chapters.audit.act.${act}`,
      role: role && `chapters.role.${role}`,
      actor,
      subject: hasSubject ? { name: subject } : null,
    })),
    pagination: pages > 1 ? { previous: at(page - 1), next: at(page + 1), number: page, count: pages } : null,
  };
}
