import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** Somebody who is asked by mail to join a cohort and has not come yet. They need no account; the link in the letter is for their address only. */
@Entity('personal_invitations')
@Unique(['cohortId', 'emailKey'])
export class PersonalInvitation {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  /** Empty where only the address is known. */
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'varchar', length: 254 }) email: string;
  /** The address as it is compared: `emailKey` of it. */
  @Index() @Column({ type: 'varchar', length: 254 }) emailKey: string;
  @Column({ type: 'varchar', length: 64, unique: true }) tokenHash: string;
  @Reference('people', { onDelete: 'SET NULL', nullable: true }) invitedBy: string | null;
  @Timestamp() createdAt: Date;
  /** When the latest letter went into the outbox. */
  @Timestamp() sentAt: Date;
  @Timestamp() expiresAt: Date;
  @Timestamp({ nullable: true }) acceptedAt: Date | null;
  @Timestamp({ nullable: true }) withdrawnAt: Date | null;
}
