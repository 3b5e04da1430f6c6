import { Column, Entity, Index } from 'typeorm';
import { Reference } from '../../database/columns';

/** A copy of the words that a report is about, so that whoever wrote them cannot take them back before somebody has looked: kept until the report is settled. */
@Entity('reported_words')
export class ReportedWords {
  @Reference('table_reports', { onDelete: 'CASCADE', primary: true }) reportId: string;
  /** who wrote them */
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'text' }) text: string;
}
