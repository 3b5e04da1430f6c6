import { dayIn } from '../../cohorts/schedule';
import { directionOf, type Language } from '../../kernel/language';
import { graphemesOf } from '../../kernel/text';
import { formatDay, formatPercent } from '../../languages/formats';
import type { Say } from '../../languages/phrases';
import type { Certificate } from '../certificate.entity';
import { facts } from '../facts.view';
import type { Design, DesignPicture } from '../designs/design';
import { faceOf } from './coverage';
import { band, engravedRosette, printedMark, printedQr } from './engraving';

/** What a printed sheet is made of: the words, and the pictures that it names. */
export interface Paper {
  data: Record<string, unknown>;
  pictures: { name: string; bytes: Buffer }[];
}

const LONGEST_WORD = 34;
const ARABIC = /\p{Script=Arabic}/u;

/** Words with the face, the language and the direction to set them in. A word longer than any line goes on in the next. */
function spoken(text: string, language: Language) {
  const direction = ARABIC.test(text) ? 'rtl' : 'ltr';
  return { text: text.replace(/\S+/gu, (word) => inLines(graphemesOf(word))), language, direction, face: faceOf(text) };
}

/** Pieces one after the other, in as few lines as hold them. */
function inLines(pieces: readonly string[]): string {
  const lines = [''];
  let length = 0;
  for (const piece of pieces) {
    const more = graphemesOf(piece).length;
    if (length > 0 && length + more > LONGEST_WORD) {
      lines.push('');
      length = 0;
    }
    lines[lines.length - 1] += piece;
    length += more;
  }
  return lines.join('\n');
}

/** views/certificates/printing/certificate.typ */
export function certificatePaper(certificate: Certificate, language: Language, say: Say, design: Design, baseUrl: string): Paper {
  const { name, latinName, code, snapshot, issuedAt, validUntil, credential } = certificate;
  const said = facts(certificate, language);
  const day = (at: string) => formatDay(at, 'date', language);
  const words = (text: string) => spoken(text, snapshot.language);
  const { pictures, files } = filesOf(design);
  const address = `${baseUrl}/verify/${code}`;
  const moment = issuedAt.toISOString().split(/\D/).slice(0, 6).map(Number);
  return {
    data: {
      language,
      direction: directionOf(language),
      colours: design.colours,
      title: say('certificates.own.page', { programme: said.programme.text }),
      moment,
      given: say('certificates.paper.given-to'),
      name: words(name),
      latin: latinName ? spoken(latinName, 'en') : null,
      completing: say('certificates.paper.for-completing'),
      programme: spoken(said.programme.text, said.programme.language),
      took: tookWords(said.took, language, say),
      modules: said.modules.map((module) => spoken(module.text, module.language)),
      chapter: words(said.chapter),
      facts: [
        { words: words(said.chapter), label: say('certificates.fact.chapter') },
        { words: words(said.cohort), label: say('certificates.fact.cohort') },
        { text: day(said.completedOn), label: say('certificates.fact.completed') },
        { text: day(said.issuedOn), label: say('certificates.fact.issued') },
        ...(validUntil ? [{ text: day(dayIn(snapshot.zone, validUntil)), label: say('printing.fact.valid-until') }] : []),
      ],
      signatories: design.signatories.map(({ name, role }, at) => ({
        name: words(name),
        role: words(role),
        picture: pictures.signatures[at] ?? null,
        alt: say('printing.signature-of', { name }),
      })),
      code,
      check: say('certificates.paper.check-at'),
      where: inLines(`${baseUrl}/verify`.replace(/^https?:\/\//, '').split(/(?<=[./])/)),
      address,
      compare: say('certificates.paper.rosette'),
      rosette: say('certificates.rosette.label', { code }),
      attached: credential ? say('printing.credential') : null,
      pictures: {
        band: band(48, 33, design.colours.ink),
        mark: printedMark(),
        rosette: engravedRosette(code, design.colours.ink),
        qr: printedQr(address),
        logo: pictures.logo,
      },
    },
    pictures: files,
  };
}

/** views/certificates/printing/sharing.typ: no name where its holder hides it. */
export function sharingPaper(certificate: Certificate, language: Language, say: Say, design: Design, baseUrl: string): Paper {
  const { data, pictures } = certificatePaper(certificate, language, say, { ...design, signatories: [] }, baseUrl);
  const { name, latin } = certificate.nameHidden ? { name: null, latin: null } : data;
  const wide = band(49, 25, design.colours.ink);
  return { data: { ...data, name, latin, pictures: { ...(data['pictures'] as object), wide } }, pictures };
}

/** What it took, in one line. */
function tookWords(took: ReturnType<typeof facts>['took'], language: Language, say: Say): string {
  const counted = (['modules', 'lessons', 'quizzes', 'simulations', 'assignments'] as const).filter((kind) => took[kind]);
  const mark = took.passMark === null ? '' : formatPercent(took.passMark, language);
  const work = took.hours ? say('certificates.took.hours', { n: took.hours }) : say('certificates.took.minutes', { n: took.minutes });
  return [...counted.map((kind) => say(`certificates.took.${kind}`, { n: took[kind], mark })), ...(took.minutes ? [work] : [])].join(' · ');
}

/** The pictures of a design under the names by which its sheet finds them. */
function filesOf({ logo, signatories }: Design) {
  const signatures = signatories.map(({ picture }) => picture);
  const nameOf = (picture: DesignPicture | null) => picture && `${picture.id}.png`;
  const files = [logo, ...signatures].flatMap((picture) => (picture ? [{ name: nameOf(picture)!, bytes: picture.bytes }] : []));
  return { pictures: { logo: nameOf(logo), signatures: signatures.map(nameOf) }, files };
}
