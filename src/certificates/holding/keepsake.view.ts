import { directionOf, type Language } from '../../kernel/language';
import { formatDate, formatDay } from '../../languages/formats';
import type { Say } from '../../languages/phrases';
import type { Certificate } from '../certificate.entity';
import { facts } from '../facts.view';
import type { CertificateStanding } from '../standing-of';

/** One certificate in an archive. */
export interface Keepsake {
  certificate: Certificate;
  standing: CertificateStanding;
  /** Names of its files, which lie in a folder called after its number. */
  files: string[];
  /** Whether one of them could not be made. */
  lacking: boolean;
}

interface About {
  holder: string;
  baseUrl: string;
  now: Date;
  /** How many are in it, where there would be more. */
  more: number | null;
}

/** A page that needs nothing but the files beside it. */
export function keepsakeSheet(kept: readonly Keepsake[], { holder, baseUrl, now, more }: About, language: Language, say: Say): string {
  const title = escaped(say('holding.everything.title', { name: holder }));
  const made = say('holding.everything.made', { day: formatDate(now, 'date', language, 'UTC'), place: `${baseUrl}/verify` });
  const notes = [
    made,
    ...(kept.some(({ lacking }) => lacking) ? [say('holding.everything.without')] : []),
    ...(more === null ? [] : [say('holding.everything.left-out', { most: more })]),
  ];
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
${kept.map((one) => section(one, language, say)).join('\n')}
</body>
</html>
`;
}

function section({ certificate, standing, files }: Keepsake, language: Language, say: Say): string {
  const { code, name, latinName, programme, chapter, issuedOn, completedOn, validUntilOn } = facts(certificate, language);
  const day = (on: string) => formatDay(on, 'date', language);
  const rows: [string, string][] = [
    [say('certificates.fact.name'), [name, latinName].filter(Boolean).join(' · ')],
    [say('certificates.fact.chapter'), chapter],
    [say('certificates.fact.completed'), day(completedOn)],
    [say('certificates.fact.issued'), day(issuedOn)],
    ...(validUntilOn ? [[say('holding.fact.valid-until'), day(validUntilOn)] as [string, string]] : []),
    [say('certificates.fact.code'), code],
  ];
  const links = files.map((file) => `<li><a href="${code}/${file}">${escaped(say(`holding.file.${file.replace('.', '-')}`))}</a></li>`);
  return `<h2 lang="${programme.language}" dir="${programme.direction}">${escaped(programme.text)}</h2>
<p>${escaped(say(`holding.standing.${standing}`))}</p>
<dl>${rows.map(([what, said]) => `<dt>${escaped(what)}</dt><dd dir="auto">${escaped(said)}</dd>`).join('')}</dl>
<ul>${links.join('')}</ul>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
