import { Column, Entity } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';

/** What a cohort's leads did about newer versions of what it takes. */
@Entity('adoptions')
export class Adoption {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE', unique: true }) cohortId: string;
  /** The fingerprint of the versions that are left to the next cohort; still newer ones are told of again. */
  @Column({ type: 'varchar', length: 64, nullable: true }) passedOver: string | null;
  /** When newer versions were last taken over; null for never. */
  @Timestamp({ nullable: true }) adoptedAt: Date | null;
  /** The steps that came with them, as `<module>/<step>`. */
  @Json() added: string[];
}
