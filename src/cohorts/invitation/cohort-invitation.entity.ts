import { Column, Entity } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/**
 * The link by which people join a cohort, and until when and for how many it works. Only a hash of its token is kept; whoever leads the
 * cohort can see the link, because it can be worked out from the id and the site's secret.
 */
@Entity('cohort_invitations')
export class CohortInvitation {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE', unique: true }) cohortId: string;
  @Column({ type: 'varchar', length: 64, unique: true }) tokenHash: string;
  @Timestamp() createdAt: Date;
  /** The last day on which it works, in the cohort's zone; null: as long as the cohort lasts. */
  @Column({ type: 'varchar', length: 10, nullable: true }) lastsUntil: string | null;
  /** How many may come by it; null is no limit. */
  @Column({ type: 'integer', nullable: true }) most: number | null;
  /** How many came by it. */
  @Column({ type: 'integer', default: 0 }) came: number;
  /** Set while a lead keeps it closed. */
  @Timestamp({ nullable: true }) closedAt: Date | null;
  /** Of its terms; a link that replaces another counts on, so that a form about the one before is a conflict. */
  @Column({ type: 'integer', default: 1 }) version: number;
}
