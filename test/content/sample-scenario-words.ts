/** The words of a small scenario, in English and partly in Spanish. */

const voices = (role: string) => `    voice:
      accept: ${role} accepts.
      live-with: ${role} can live with it.
      stand-aside: ${role} stands aside.
      refuse: ${role} refuses.
      withdraw: ${role} withdraws.
`;

const role = (key: string, name: string, goals: string) => `  ${key}:
    name: ${name}
    public: ${name} has come to the table.
    goals: ${goals}
${voices(name)}`;

export const WORDS: Record<string, string> = {
  'en/scenario.yml': `title: A mast for the village
summary: Six people decide where a mast stands.
objectives:
  answer-an-objection: Answer an objection.
roles:
${role('council', 'Council', '{ quiet-nights: Quiet nights., not-at-the-school: Not at the school. }')}${role(
    'cooperative',
    'Cooperative',
    '{ open-at-night: Open at night., agreed-cost: A price that all agree on. }',
  )}${role('shop', 'Shop', '{ a-fee: A fee., together: A text with others. }')}${role(
    'engineer',
    'Engineer',
    '{ the-school: The school., learns: Learn something. }',
  )}${role('teacher', 'Teacher', '{ no-fee: No fee., answers: Answer somebody., listens: Speak as long as others. }')}  chair:
    name: Chair
    public: Leads the talk.
clauses:
  mast:
    title: The mast
    text: The mast stands {{place}} and works {{hours}}.
    slots:
      place: { name: Place, options: { hill: on the hill, school: beside the school } }
      hours: { name: Hours, options: { always: day and night, day: by day } }
  cost:
    title: The cost
    text: Everybody pays {{fee}}.
    slots:
      fee: { name: Fee, options: { none: nothing, small: a small fee } }
phases:
  briefing: Briefing
  opening: Opening
  first-round: First round
  second-round: Second round
  call: The call
  outcome: Outcome
  debrief: Looking back
injects:
  storm: A storm takes the old mast down.
  letter: A letter asks what the fee is for.
objections:
  not-the-school:
    problem: Parents will keep their children at home from the first day.
    answers: { it-is-safe: The measurements are public., others-do-it: Other villages do it. }
  too-dear:
    problem: Families with three children cannot pay it.
    answers: { a-fund: A fund pays for them. }
statements: { who-is-offline: Who is offline today?, we-pay: We pay our part. }
say: { who-pays: Who pays for it?, a-package: Take both or none., nights-too: Nights too. }
prompts:
  felt: How was it?
  happened: What happened?
  why: Why did it happen?
  next-time: What will you do next time?
sources:
  - 'The village’s own measurements, 2024'
  - 'Minutes of the council, 3 May 2024'
`,
  'en/setting.md': `A village on a slope, **six** people, one evening.

- The old mast is tired.
- The new one is paid for.
`,
  'en/reality.md': `## What happened

They put it on the hill.
`,
  'en/briefs/council.md': 'You were elected by forty votes. Parents trust you.\n',
  'en/briefs/cooperative.md': 'Half of your members work at night.\n',
  'en/briefs/shop.md': 'You sell what the mast brings.\n',
  'en/briefs/engineer.md': 'The school has power and a roof.\n',
  'en/briefs/teacher.md': 'Three families have told you what they can pay.\n',
  'en/briefs/chair.md': 'You take no side.\n',
  'es/scenario.yml': `title: Una antena para el pueblo
summary: Seis personas deciden dónde va una antena.
clauses:
  mast:
    text: La antena está {{place}} y funciona {{hours}}.
    slots:
      place: { name: Lugar, options: { hill: en la colina, school: junto a la escuela } }
sources:
  - 'Las mediciones del pueblo, 2024'
`,
  'es/setting.md': 'Un pueblo en una ladera, **seis** personas, una tarde.\n',
  'es/briefs/council.md': 'Le eligieron por cuarenta votos.\n',
};
