import { Entity, Index } from 'typeorm';
import { Bytes, Id, Reference, Timestamp } from '../../database/columns';

/** A chapter's logo or somebody's signature, drawn anew as PNG. Kept as soon as it is brought, so that a preview can show it. */
@Entity('design_pictures')
export class KeptPicture {
  @Id() id: string;
  @Index() @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  @Bytes() bytes: Buffer;
  @Timestamp() addedAt: Date;
}
