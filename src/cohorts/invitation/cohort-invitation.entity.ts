import { Column, Entity } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/**
 * The link by which people join a cohort. Only a hash of its token is kept; whoever leads the cohort can see the link, because it can
 * be worked out from the id and the site's secret.
 */
@Entity('cohort_invitations')
export class CohortInvitation {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE', unique: true }) cohortId: string;
  @Column({ type: 'varchar', length: 64, unique: true }) tokenHash: string;
  @Timestamp() createdAt: Date;
}
