import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Person } from '../../people/person.entity';
import { printedName } from '../printed-name';
import { CertificateName } from './certificate-name.entity';

export interface PrintedNames {
  name: string;
  latinName: string | null;
}

/** The names that people have confirmed. */
@Injectable()
export class Names {
  constructor(private readonly database: Database) {}

  of(personId: string): Promise<CertificateName | null> {
    return this.database.read(CertificateName).findOneBy({ personId });
  }

  /** Who of several people has confirmed one. */
  async ofAll(personIds: string[]): Promise<Map<string, CertificateName>> {
    const found = personIds.length ? await this.database.read(CertificateName).findBy({ personId: In(personIds) }) : [];
    return new Map(found.map((one) => [one.personId, one]));
  }

  /**
   * Confirms a name, once: what was confirmed before stays. Locks the person, so that of a name and a last step that arrive at once the later
   * one sees the other.
   */
  async confirm(write: Writer, personId: string, names: PrintedNames, now: Date): Promise<PrintedNames> {
    await write.lock(Person, personId);
    await write.insertOnce(CertificateName, { personId, ...asPrinted(names), confirmedAt: now });
    return (await this.of(personId))!;
  }

  /** For a correction that was approved: what is issued from now on carries the other name. Nothing for whoever has not confirmed one. */
  async correct(write: Writer, personId: string, names: PrintedNames): Promise<void> {
    await write.update(CertificateName, { personId }, asPrinted(names));
  }
}

/** A name in Latin letters that is the name itself is not printed twice. */
export function asPrinted({ name, latinName }: PrintedNames): PrintedNames {
  const [own, latin] = [printedName(name), printedName(latinName ?? '')];
  return { name: own, latinName: latin && latin !== own ? latin : null };
}
