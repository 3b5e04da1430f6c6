import { Certificate } from '../../src/certificates/certificate.entity';
import { Designs } from '../../src/certificates/designs/designs.service';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** A design of the Kenya chapter with a logo, with which Zuri's certificate is printed. */
export interface GroundPrinting {
  /** Id of the logo. */
  logo: string;
}

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const FORM: Fields = {
  ink: '#7a1f2b',
  paper: '#fbf7f0',
  ...Object.fromEntries([1, 2, 3].flatMap((n) => ['name', 'role', 'signature'].map((field) => [`${field}${n}`, '']))),
  place: '',
};

export async function printingOf({ app, database, clock, kenya }: World, certificate: string): Promise<GroundPrinting> {
  const designs = app.get(Designs, { strict: false });
  const now = clock.now();
  return database.write(async (write) => {
    const logo = await designs.keep(write, kenya.id, Buffer.from(DOT, 'base64'), now);
    const signatories = [{ name: 'Grace Wambui', role: 'Chapter lead', pictureId: null }];
    await designs.save(write, kenya.id, 0, { ink: '#7a1f2b', paper: '#fbf7f0', logoId: logo, signatories }, now);
    const { snapshot } = (await database.read(Certificate).findOneBy({ id: certificate }))!;
    await write.update(Certificate, { id: certificate }, { snapshot: { ...snapshot, design: (await designs.latest(kenya.id))!.id } });
    return { logo };
  });
}

export function printingPages({ world: { amara }, zuri, certificate, printing }: Ground): Stop[] {
  const address = '/chapters/kenya/certificate-design';
  const own = `/certificates/${certificate.id}`;
  const form = { ...FORM, logo: printing.logo, version: '1' };
  const at = (who: Stop['who'], name: string, to: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address: to,
    status: 200,
    ...more,
  });
  return [
    at(amara, 'design of certificates', address),
    at(amara, 'design of certificates, the example', `${address}/preview.webp?ink=%23000000`),
    at(amara, 'design of certificates, the logo', `${address}/pictures/${printing.logo}.png`),
    at(amara, 'design of certificates, looked at', address, { fields: { ...form, do: 'preview' } }),
    at(amara, 'design of certificates, pale', address, { status: 422, fields: { ...form, ink: '#9fb4ff', do: 'save' } }),
    at(amara, 'design of certificates, changed by somebody else', address, { status: 409, fields: { ...form, version: '0', do: 'save' } }),
    ...['certificate.pdf', 'badge.png', 'badge.svg', 'picture.png'].map((file) => at(zuri, `certificate, ${file}`, `${own}/${file}`)),
    at(zuri, 'certificate, its logo', `${own}/pictures/${printing.logo}.png`),
  ];
}

export function printingForms({ world: { amara }, printing }: Ground): Example[] {
  const fields = { ...FORM, logo: printing.logo, version: '1', do: 'save' };
  return [{ who: amara, address: '/chapters/kenya/certificate-design', fields }];
}
