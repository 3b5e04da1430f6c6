import { Column, Entity } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** The name that a person has confirmed for what is issued to them. Confirmed once; it follows no other name of theirs. */
@Entity('certificate_names')
export class CertificateName {
  @Reference('people', { onDelete: 'CASCADE', primary: true }) personId: string;
  /** In Unicode NFC, as it prints. */
  @Column({ type: 'varchar', length: 600 }) name: string;
  /** The same in Latin letters, when they want it printed too. */
  @Column({ type: 'varchar', length: 600, nullable: true }) latinName: string | null;
  @Timestamp() confirmedAt: Date;
}
