import { Column, Entity, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';

/** One version of how a chapter's certificates look. Never changed: a change is the next number, and whatever was issued keeps its own. */
@Entity('certificate_designs')
@Unique(['chapterId', 'number'])
export class CertificateDesign {
  @Id() id: string;
  @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  /** 1 for the first. */
  @Column({ type: 'integer' }) number: number;
  /** Colours as #rrggbb. */
  @Column({ type: 'varchar', length: 7 }) ink: string;
  @Column({ type: 'varchar', length: 7 }) paper: string;
  @Reference('design_pictures', { nullable: true, onDelete: 'RESTRICT' }) logoId: string | null;
  /** Who signs, in order; `pictureId` names a design picture of the same chapter. */
  @Json() signatories: { name: string; role: string; pictureId: string | null }[];
  @Timestamp() createdAt: Date;
}
