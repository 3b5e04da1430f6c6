import { Column, Entity } from 'typeorm';
import { Reference } from '../../database/columns';

/** What a chapter has decided about its certificates. */
@Entity('certificate_rules')
export class CertificateRule {
  @Reference('chapters', { onDelete: 'CASCADE', primary: true }) chapterId: string;
  /** Whether a lead may issue under the name of an account, for whoever has not confirmed one. */
  @Column({ type: 'boolean', default: false }) accountNames: boolean;
}
