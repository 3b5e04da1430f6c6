/** A small scenario in files, complete: six seats, two clauses, three slots, and a translation that has begun. */
import { WORDS } from './sample-scenario-words';

export const SCENARIO: Record<string, string> = {
  'scenario.yml': `slug: village-mast
language: en
engine: 1
licence: CC-BY-4.0
authors: [Chapterhouse library]
status: published
modes: [live, async, solo]
minutes: 30
players: { min: 5, best: 6, max: 8 }
preset: rfc7282
floor: rotate-groups-with-remote
unseal: briefs-and-consented-channels
objectives: [answer-an-objection]
roles:
  - key: council
    group: government
    seats: { min: 1, max: 3 }
    playable: true
    script:
      aspiration: 60
      reservation: 30
      concede: [0, 10, 20]
      values:
        place: { hill: 20, school: 5 }
        hours: { always: 10, day: 30 }
        fee: { none: 0, small: 20 }
      red:
        - { slot: place, options: [school], objection: not-the-school }
      rules:
        - key: asks-who-pays
          priority: 50
          once: table
          when:
            all:
              - { path: slot.fee, op: eq, value: none }
              - not: { path: said.who-is-offline, op: eq, value: 1 }
          do: { kind: say, words: who-pays }
        - key: gives-a-little
          priority: 10
          once: revision
          when:
            any:
              - { path: stance.mast.cooperative, op: in, value: [object, none] }
              - { path: count.mast.support, op: gte, value: 3 }
              - { path: objection.too-dear, op: ne, value: open }
              - { path: phase, op: eq, value: round }
              - { path: round, op: gt, value: 1 }
              - { path: utility, op: lt, value: 40 }
              - { path: threshold, op: lte, value: 40 }
              - { path: received.who-pays, op: eq, value: 1 }
              - { path: inject.storm, op: eq, value: 1 }
              - { path: revision.cost, op: lt, value: 3 }
          do: { kind: package, terms: { place: hill, hours: day }, words: a-package }
    goals:
      - { key: quiet-nights, kind: slot, slot: hours, options: [day], weight: 3, visibility: confidential }
      - { key: not-at-the-school, kind: red-line, slot: place, options: [school], weight: 2, visibility: public }
  - key: cooperative
    group: civil-society
    seats: { min: 1, max: 1 }
    playable: true
    script:
      aspiration: 50
      reservation: 20
      concede: [0, 5]
      values: { hours: { always: 40, day: 10 }, fee: { none: 20 } }
      rules:
        - key: wants-nights
          priority: 20
          once: revision
          when: { path: slot.hours, op: eq, value: day }
          do: { kind: amend, terms: { hours: always }, words: nights-too }
        - key: asks-the-council
          priority: 5
          once: table
          when: { path: round, op: eq, value: 1 }
          do: { kind: ask, to: council, words: who-pays }
    goals:
      - { key: open-at-night, kind: slot, slot: hours, options: [always], weight: 3, visibility: public }
      - { key: agreed-cost, kind: level, clause: cost, weight: 1, visibility: facilitator }
  - key: shop
    group: business
    seats: { min: 1, max: 1 }
    script: { aspiration: 40, reservation: 10, concede: [0], values: { fee: { small: 40 } } }
    goals:
      - { key: a-fee, kind: slot, slot: fee, options: [small], weight: 1, visibility: public }
      - { key: together, kind: relation, test: co-sponsored, weight: 1, visibility: public }
  - key: engineer
    group: technical
    seats: { min: 1, max: 1 }
    script:
      aspiration: 40
      reservation: 10
      concede: [0]
      values: { place: { hill: 30, school: 40 } }
      rules:
        - key: tells-the-shop
          priority: 1
          once: table
          when: { path: round, op: eq, value: 1 }
          do: { kind: message, to: shop, words: who-pays }
        - key: steps-back
          priority: 0
          once: revision
          when: { path: round, op: gte, value: 2 }
          do: { kind: stance, stance: live-with }
    goals:
      - { key: the-school, kind: slot, slot: place, options: [school], weight: 1, visibility: public }
      - { key: learns, kind: learning, test: moved-with-reason, weight: 1, visibility: public }
  - key: teacher
    group: academia
    seats: { min: 1, max: 1 }
    script:
      aspiration: 40
      reservation: 10
      concede: [0]
      values: { fee: { none: 40 } }
      rules:
        - key: too-much
          priority: 1
          once: revision
          when: { path: slot.fee, op: eq, value: small }
          do: { kind: object, objection: too-dear }
    goals:
      - { key: no-fee, kind: red-line, slot: fee, options: [small], weight: 1, visibility: public }
      - { key: answers, kind: objection, test: answered-one, weight: 1, visibility: public }
      - { key: listens, kind: process, test: spoke-fairly, weight: 1, visibility: public }
  - { key: chair, group: academia, seats: { min: 1, max: 1 }, chair: true }
clauses:
  - key: mast
    kind: operative
    slots:
      - { key: place, options: [hill, school], start: school }
      - { key: hours, options: [always, day], start: always }
  - key: cost
    kind: recommendation
    tabled: false
    slots:
      - { key: fee, options: [none, small], start: none }
phases:
  - { key: briefing, kind: prebrief, live: { minutes: 5 }, async: { hours: 24, quota: 0 } }
  - { key: opening, kind: opening, live: { minutes: 5 }, async: { hours: 24, quota: 1 } }
  - { key: first-round, kind: round, live: { minutes: 10 }, async: { hours: 48, quota: 3 } }
  - { key: second-round, kind: round, live: { minutes: 10 }, async: { hours: 48, quota: 3 } }
  - { key: call, kind: call, live: { minutes: 5 }, async: { hours: 72, quota: 0 } }
  - { key: outcome, kind: outcome, live: { minutes: 5 }, async: { hours: 24, quota: 0 } }
  - { key: debrief, kind: debrief, live: { minutes: 15 }, async: { hours: 96, quota: 0 } }
injects:
  - { key: storm, to: all, at: { phase: second-round, minute: 2 } }
  - { key: letter, to: [shop, council], when: { path: slot.fee, op: eq, value: small } }
objections:
  - key: not-the-school
    role: council
    kind: rights
    clause: mast
    slot: place
    remedy: [hill]
    answers:
      - { key: it-is-safe, addresses: true }
      - { key: others-do-it }
  - { key: too-dear, role: teacher, kind: interest, clause: cost, slot: fee, remedy: [none], answers: [{ key: a-fund, addresses: true }] }
statements:
  - { key: who-is-offline, roles: all }
  - { key: we-pay, roles: [council, shop] }
prompts:
  - { key: felt, step: reactions }
  - { key: happened, step: description }
  - { key: why, step: analysis }
  - { key: next-time, step: application }
sources: 2
`,
  ...WORDS,
};
