import { Entity, PrimaryColumn } from 'typeorm';

/** A place in a status list that was given to a certificate. It is never given again, even after the certificate has gone. */
@Entity('status_places')
export class StatusPlace {
  @PrimaryColumn({ type: 'integer' }) list: number;
  @PrimaryColumn({ type: 'integer' }) place: number;
}
