import { PlainHands } from '../support/hands';
import { as } from '../support/visitor';
import { startWorld, type World } from '../support/world';

describe('a trainer fills the question bank of the chapter', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('Tomás writes six questions without a script, finds one that was there, and Amara says one in Arabic', async () => {
    const tomas = new PlainHands(as(world, world.tomas));
    await tomas.goTo('/chapters/kenya');
    await tomas.follow('Questions');
    expect((await tomas.page()).main).toContain('There are no questions yet.');
    await tomas.follow('New question');

    const single = {
      'Question text': 'How long is an IPv6 address?',
      'Answer A': '32 bits',
      'Answer B': '64 bits',
      'Answer C': '128 bits',
    };
    const wrong = await tomas.press('Save', single);
    expect(wrong.main).toContain('Mark what is right');
    expect(wrong.field('Answer C').value).toBe('128 bits');
    await tomas.press('One more answer', { 'Answer D': '256 bits' });
    expect((await tomas.page()).field('Answer E').value).toBe('');
    const shown = await tomas.press('Preview', { Answers: 'C is right' });
    expect(shown.main).toContain('4 answers have no feedback.');
    const next = await tomas.press('Save and write the next one', { Tags: 'IPv6, basics', Category: 'Addresses' });
    expect([next.heading, next.main]).toEqual(['New question', expect.stringContaining('Saved.')]);
    expect(next.field('Tags').value).toBe('IPv6, basics');

    await tomas.press('Change the type', { Type: 'True or false' });
    await tomas.press('Save and write the next one', {
      'Question text': 'Anybody may take part in the IETF.',
      'The statement is': 'True',
      'Explanation for everybody': 'There are no members; people take part for themselves.',
    });
    await tomas.press('Change the type', { Type: 'Number' });
    await tomas.press('Save and write the next one', {
      'Question text': 'How many Regional Internet Registries are there?',
      'The number': '٥',
      'Explanation for everybody': 'AFRINIC, APNIC, ARIN, LACNIC and RIPE NCC.',
    });
    await tomas.press('Change the type', { Type: 'Short answer' });
    await tomas.press('Save and write the next one', {
      'Question text': 'Which organisation publishes RFCs?',
      'Answer A': '*IETF*',
      'Explanation for everybody': 'The RFC Editor publishes them, most come from the IETF.',
    });
    await tomas.press('Change the type', { Type: 'Text with gaps' });
    await tomas.press('Find the gaps', {
      'Question text': 'Complete it',
      'Text with its gaps': 'We believe in rough {{what}} and running code.',
    });
    const gap = { 'What fits into what, one a line; of a list the right one first': 'consensus' };
    await tomas.press('Save and write the next one', { ...gap, 'Explanation for everybody': 'David Clark said so in 1992.' });
    await tomas.press('Change the type', { Type: 'One right answer' });
    const again = await tomas.press('Save', { ...single, 'Question text': 'How long is an IPv6 address', Answers: 'C is right' });
    expect(again.heading).toBe('Change the question');
    expect(again.main).toContain('There is one that asks the same, or nearly: How long is an IPv6 address?');

    await tomas.goTo('/chapters/kenya/questions');
    expect((await tomas.page()).main).toContain('6 questions');
    const pairs = await tomas.follow('Questions that ask the same');
    expect(pairs.main).toContain('One pair asks the same, or nearly.');
    const after = await tomas.press('Put away: How long is an IPv6 address');
    expect(after.main).toContain('No two questions here ask the same.');
    const found = await tomas.goTo('/chapters/kenya/questions?text=RUNNING');
    expect(found.main).toContain('1 question found');

    const amara = new PlainHands(as(world, world.amara));
    await amara.goTo('/chapters/kenya/questions?text=ipv6');
    await amara.follow('How long is an IPv6 address?');
    await amara.follow('The question in another language: العربية');
    await amara.press('Save the translation', { 'Question text': 'ما طول عنوان IPv6؟', 'Answer C': '128 بتًا' });
    expect((await amara.page()).main).toContain('The translation is saved.');
    await amara.goTo((await amara.page()).address.replace(/\/words\/ar.*/, '/look?language=ar'));
    expect((await amara.page()).main).toContain('ما طول عنوان IPv6؟');
    await amara.goTo((await amara.page()).address.replace('/look?language=ar', '?language=en'));
    await amara.press('Save', { 'Question text': 'How many bits long is an IPv6 address?' });
    expect((await amara.page()).main).toContain('1 original changed since');
  });

  it('tries it in place, and nothing of that is kept', async () => {
    const tomas = new PlainHands(as(world, world.tomas));
    await tomas.goTo('/chapters/kenya/questions?text=RFCs');
    await tomas.follow('Which organisation publishes RFCs?');
    await tomas.follow('See and try it');
    const tried = await tomas.press('Try it', { 'Your answer': 'the ietf' });
    expect(tried.main).toContain('Right');
    expect(tried.main).toContain('The RFC Editor publishes them');
    expect(await world.database.rows('SELECT "question" FROM "answers"')).toEqual([]);
  });
});
