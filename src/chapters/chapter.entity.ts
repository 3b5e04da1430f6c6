import { Column, Entity } from 'typeorm';
import { Id, Timestamp } from '../database/columns';
import type { Language } from '../kernel/language';

/** A local group, the tenant: nobody outside it sees its people. */
@Entity('chapters')
export class Chapter {
  @Id() id: string;
  /** Its name in addresses. */
  @Column({ type: 'varchar', length: 60, unique: true }) slug: string;
  @Column({ type: 'text' }) name: string;
  /** Its main language, and codes of the others that are spoken there: see `chapter-languages.ts`. */
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Column({ type: 'varchar', length: 40, default: '' }) alsoIn: string;
  @Column({ type: 'varchar', length: 64 }) zone: string;
  /** ISO 3166-1, two letters; null for a chapter of a region or of the whole world. */
  @Column({ type: 'varchar', length: 2, nullable: true }) country: string | null;
  /** A few sentences in the chapter's own language, for whoever comes by. */
  @Column({ type: 'text', default: '' }) about: string;
  /** Whether strangers find its public page. */
  @Column({ type: 'boolean', default: true }) shown: boolean;
  @Timestamp() createdAt: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}
