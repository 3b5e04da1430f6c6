import { setTimeout } from 'node:timers/promises';
import { send } from './hands.mjs';

const CERTIFICATE = /^\/certificates\/[\da-f-]{36}$/;
const VERIFY = /^\/verify\/.+/;
const LESSON = /^\/lessons\//;
const CHAPTER = '/chapters/kenya/certificates';
const BATCH_TRIES = 100;
const ELSEWHERE = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example/assertions/1',
  recipient: { type: 'email', hashed: true, identity: 'sha256$00' },
  issuedOn: '2026-02-03T00:00:00Z',
  badge: { type: 'BadgeClass', name: 'Internet governance basics', issuer: { type: 'Issuer', name: 'Another school' } },
});

/** Certificates in every state: earned, good, corrected, asked about, hidden, shown, replaced, withdrawn, from elsewhere, and as a file. */
export async function certificates(hands, seen, sent) {
  const { roll, other } = await rolls(hands);
  const [name] = await hands.links('kevin', '/learning', /^\/learning\/[^/]+\/certificate/);
  const [first] = await hands.links('wanjiku', '/learning', LESSON);
  const [words, own] = await hands.links('halima', '/certificates', CERTIFICATE);
  const [hidden] = await hands.links('halima', own, VERIFY);
  const asked = await askedAbout(hands);
  const withdrawn = await withdrawnOne(hands, words);
  const { replaced, genuine, nours } = await correctedAndShown(hands);
  const file = await hands.as('halima', async (tab) => (await tab.context().request.get(`${hands.address}${own}/credential.json`)).text());
  await hands.as('halima', (tab) => send(tab, `${hands.address}/kept`, { text: ELSEWHERE }, 200));
  const achievement = new URL(JSON.parse(file).credentialSubject.achievement.id).pathname;
  return [
    seen('wanjiku', 'certificate, not yet', `/learning/${first.split('/')[2]}/certificate`),
    seen('kevin', 'certificate name', name),
    sent('kevin', 'certificate name, wrong', name, { name: '' }),
    seen('wanjiku', 'certificates, none', '/certificates'),
    seen('halima', 'certificates', '/certificates'),
    seen('halima', 'certificate', own, { unfold: true }),
    seen('nour', 'certificate, name shown', nours),
    seen('halima', 'certificate, withdrawn', words),
    seen('collins', 'certificate, correction waits', asked),
    seen('halima', 'correction of a name', `${own}/name`),
    sent('halima', 'correction of a name, wrong', `${own}/name`, { name: '' }),
    seen('amara', 'certificates of a chapter', CHAPTER),
    seen('amara', 'certificates of a chapter, no such number', `${CHAPTER}?number=7Q4M`, { status: 404 }),
    seen('amara', 'certificate, for its lead', own.replace('/certificates', CHAPTER)),
    seen('amara', 'certificate, request for its lead', asked.replace('/certificates', CHAPTER)),
    seen('amara', 'certificate, withdrawn, for its lead', words.replace('/certificates', CHAPTER)),
    seen('amara', 'withdrawal', `${own.replace('/certificates', CHAPTER)}/withdrawal`),
    sent('amara', 'withdrawal, wrong', `${own.replace('/certificates', CHAPTER)}/withdrawal`, { note: 'Why?' }),
    seen('amara', 'roll of certificates', roll, { unfold: true }),
    seen('amara', 'roll of certificates, missing', `${roll}&show=lacks`),
    seen('amara', 'roll of certificates, one waits', other),
    seen(null, 'issuer', '/issuer'),
    seen(null, 'achievement', achievement),
    seen(null, 'verify, genuine', genuine),
    seen(null, 'verify, hidden', hidden),
    sent(null, 'verify, another name', hidden, { name: 'Somebody Else' }, 200),
    seen(null, 'verify, withdrawn', withdrawn),
    seen(null, 'verify, replaced', replaced),
    sent(null, 'verify, a file', '/verify', { text: file }, 200),
    sent(null, 'verify, a changed file', '/verify', { text: file.replaceAll('Halima', 'Salima') }, 200),
    sent(null, 'verify, a file from elsewhere', '/verify', { text: ELSEWHERE }, 200),
    sent(null, 'verify, no certificate', '/verify', { text: 'Dear sir' }),
    seen('halima', 'certificates from elsewhere', '/kept'),
    seen('yusuf', 'certificates from elsewhere, none', '/kept'),
    sent('halima', 'certificates from elsewhere, wrong', '/kept', { text: 'Dear sir' }),
    seen('yusuf', 'badges of practice', '/practice'),
  ];
}

/** Issues what the people of a cohort have earned, by one press; the roll where that is done, and one where somebody has to confirm a name. */
async function rolls(hands) {
  const cohorts = await hands.links('amara', '/chapters/kenya', /^\/cohorts\/[^/]+$/);
  return hands.as('amara', async (tab) => {
    const found = {};
    for (const cohort of cohorts) {
      const address = `${cohort}/certificates`;
      await tab.goto(hands.address + address);
      const modules = await tab.$$eval('main a[href*="?of="]', (all) => all.map((one) => one.getAttribute('href')));
      const ofModule = modules.find((link) => /\?of=[a-z]/.test(link));
      if (ofModule) found.roll = ofModule.replace(/&.*/, '');
      else if (await tab.$('main form[action$="/reminders"]')) found.other = address;
    }
    const there = hands.address + found.roll;
    await send(tab, there, { accountNames: 'yes' }, 200);
    await tab.goto(there);
    await Promise.all([tab.waitForNavigation(), tab.click('main form[action$="/issuing"] button')]);
    for (let tries = 0; tries < BATCH_TRIES && (await tab.goto(there), await tab.$('main progress')); tries++) await setTimeout(200);
    await send(tab, there, { accountNames: 'no' }, 200);
    return found;
  });
}

/** One's own certificate as often corrected as its holder may do alone, so that the next wish waits for a lead. */
async function askedAbout(hands) {
  const [certificate] = await hands.links('collins', '/certificates', CERTIFICATE);
  return hands.as('collins', async (tab) => {
    let at = certificate;
    for (const name of ['Collins Otieno Ouma', 'Collins O. Ouma', 'Collins Odhiambo Ouma'])
      at = await renamed(tab, hands.address, at, name);
    return at;
  });
}

async function renamed(tab, address, certificate, name) {
  await send(tab, `${address}${certificate}/name`, { name, why: 'misspelt' }, 200);
  return new URL(tab.url()).pathname;
}

/** Withdraws one; its public page. */
async function withdrawnOne(hands, certificate) {
  const fields = { reason: 'error', note: 'The quiz was another person’s.', sure: 'yes' };
  await hands.as('amara', (tab) => send(tab, `${hands.address}${certificate.replace('/certificates', CHAPTER)}/withdrawal`, fields, 200));
  return (await hands.links('halima', certificate, VERIFY))[0];
}

/** A certificate that was replaced by one whose name strangers read. */
async function correctedAndShown(hands) {
  const [before] = await hands.links('nour', '/certificates', CERTIFICATE);
  const [replaced] = await hands.links('nour', before, VERIFY);
  return hands.as('nour', async (tab) => {
    const nours = await renamed(tab, hands.address, before, 'نور علي سلامة');
    await Promise.all([tab.waitForNavigation(), tab.click('#visibility button')]);
    const genuine = await tab.$eval('a[href^="/verify/"]', (link) => link.getAttribute('href'));
    return { replaced, genuine, nours };
  });
}
