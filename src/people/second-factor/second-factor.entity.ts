import { Column, Entity } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** What a person's phone shares with the site: a secret, locked with a key that is not in the database. It asks for nothing until it was confirmed by a code. */
@Entity('second_factors')
export class SecondFactor {
  @Reference('people', { onDelete: 'CASCADE', primary: true }) personId: string;
  @Column({ type: 'text' }) secret: string;
  @Timestamp({ nullable: true }) confirmedAt: Date | null;
  /** The half minute of the code that was used last; it and those before it are worth nothing. */
  @Column({ type: 'integer', default: 0 }) lastStep: number;
}
