import { Column, Entity, Index, Unique } from 'typeorm';
import type { StakeholderGroup } from '../../content/scenario';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Part } from './cast';

/** What somebody would like to be when their cohort plays together: which seats, and from which group they come. */
@Entity('role_wishes')
@Unique(['enrolmentId', 'module', 'step'])
export class RoleWish {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  /** The seats they would like, the best first. */
  @Json() roles: string[];
  @Column({ type: 'varchar', length: 20, nullable: true }) ownGroup: StakeholderGroup | null;
  @Column({ type: 'varchar', length: 10 }) part: Part;
  @Timestamp() savedAt: Date;
}
