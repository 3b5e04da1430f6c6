import { dayIn } from '../../cohorts/schedule';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { formatDate } from '../../languages/formats';
import type { FormError } from '../../web/forms/form.pipe';
import type { Certificate } from '../certificate.entity';
import { facts } from '../facts.view';
import { titleIn } from '../snapshot';
import type { Checked } from '../credentials/checked';
import { LARGEST_FILE } from './dropped';
import { LOOKS, type Outcome } from './outcome';
import type { Verdict } from './verdicts.service';

const LONGEST_KEPT = 100;
const LONGEST_SHOWN = 200;

/** How and where a page is read. */
export interface Reading {
  language: Language;
  now: Date;
  /** Where the site is, as it stands in the address bar. */
  host: string;
}

export const hostOf = (baseUrl: string): string => new URL(baseUrl).host;

/** views/certificates/verify.hbs */
export function verifyPage(typed: string | null = null, pasted = '', wrong: FormError[] = []) {
  const code = typed === null ? [] : [{ field: 'code', key: 'certificates.error.code', details: {} }];
  const errors = [...code, ...wrong];
  return {
    typed: (typed ?? '').slice(0, LONGEST_KEPT),
    file: { formId: newId(), pasted: pasted.slice(0, LARGEST_FILE), most: LARGEST_FILE / 1024 / 1024 },
    errors: errors.length ? errors : null,
  };
}

/** views/certificates/unknown.hbs */
export function unknownPage(typed: string) {
  return { typed: typed.slice(0, LONGEST_KEPT) };
}

/** What was answered to whoever typed the name of a certificate that does not show it. */
export interface NameAnswer {
  same: boolean;
  typed: string;
}

/** views/certificates/checked.hbs: nothing but what the paper says, for whoever holds its number or the file. */
export function checkedPage(verdict: Verdict, reading: Reading, file = false, answer: NameAnswer | null = null) {
  const { outcome, certificate, checked } = verdict;
  const { language, now, host } = reading;
  const shown = SHOWN.has(outcome);
  const hidden = shown && !file && !!certificate?.nameHidden;
  const code = file ? null : (certificate?.code ?? null);
  return {
    outcome: { ...LOOKS[outcome], key: outcome, ...sentence(verdict, language), checkedAt: formatDate(now, 'dateTime', language, 'UTC') },
    code,
    pageName: code ? 'certificates.verify.page' : 'checking.file.title',
    host,
    typed: '',
    record: shown && certificate ? recordFacts(certificate, checked, hidden, language) : null,
    said: shown && !certificate && checked?.facts ? saidFacts(checked.facts, language) : null,
    nameForm: hidden ? { formId: newId(), action: `/verify/${code}`, answer, errors: null } : null,
    checks: shown ? checksOf(checked, language) : null,
    file,
    /** What other sites may show of the page: never a name. */
    told: code && PREVIEWED.has(outcome) && certificate ? facts(certificate, language).programme.text : null,
    errors: null,
  };
}

/** In these what it says may be read; a replaced one shows nothing, and of what we did not sign nothing is repeated. */
const SHOWN: ReadonlySet<Outcome> = new Set<Outcome>(['valid', 'recorded', 'expired', 'not-yet', 'withdrawn', 'unchecked']);
const PREVIEWED: ReadonlySet<Outcome> = new Set<Outcome>(['valid', 'recorded', 'expired']);

/** The phrase under the heading, with the day that it needs. */
function sentence({ outcome, certificate, checked }: Verdict, language: Language) {
  const day = (at: Date | string | null | undefined) =>
    at ? formatDate(new Date(at), 'date', language, certificate?.snapshot.zone ?? 'UTC') : '';
  const key = (name: string) => `checking.outcome.${name}.text`;
  if (outcome === 'expired') return { text: key(outcome), day: day(certificate?.validUntil ?? checked?.facts?.validUntil), issuer: '' };
  if (outcome === 'not-yet') return { text: key(outcome), day: day(checked?.facts?.validFrom), issuer: '' };
  const issuer = outcome === 'foreign' ? cut(checked?.facts?.issuer) : '';
  if (issuer) return { text: 'checking.outcome.foreign.named', day: '', issuer };
  const dated = outcome === 'withdrawn' && certificate?.withdrawnAt;
  return dated ? { text: 'checking.outcome.withdrawn.dated', day: day(dated), issuer } : { text: key(outcome), day: '', issuer };
}

function recordFacts(certificate: Certificate, checked: Checked | null, hidden: boolean, language: Language) {
  const { kind, snapshot, validUntil } = certificate;
  const own = facts(certificate, language);
  return {
    ...own,
    kind,
    evidence: snapshot.badge ? titleIn(snapshot.badge.evidence, language) : null,
    name: hidden ? null : (checked?.facts?.name ?? own.name),
    latinName: hidden ? null : certificate.latinName,
    validUntil: validUntil && dayIn(snapshot.zone, validUntil),
  };
}

/** What a file says whose holder is no longer here. It was signed, so it may be shown. */
function saidFacts(said: NonNullable<Checked['facts']>, language: Language) {
  const day = (text: string | null) => (text ? formatDate(new Date(text), 'date', language, 'UTC') : null);
  const { name, latinName, title, issuer, narrative } = said;
  return {
    name: cut(name),
    latinName: cut(latinName),
    title: cut(title),
    issuer: cut(issuer),
    lines: (narrative ?? '').split('\n').filter(Boolean).slice(0, 40),
    issuedOn: day(said.awardedOn ?? said.validFrom),
    validUntil: day(said.validUntil),
  };
}

/** What the verdict rests on, for people who look into it. Null where there was no signature. */
function checksOf(checked: Checked | null, language: Language) {
  const said = checked?.facts;
  if (!said) return { signed: false as const };
  return {
    signed: true as const,
    key: said.key ?? '',
    version: said.listVersion,
    listAt: said.listSignedAt && formatDate(said.listSignedAt, 'dateTime', language, 'UTC'),
  };
}

const cut = (text: string | null | undefined): string => (text ?? '').slice(0, LONGEST_SHOWN);
