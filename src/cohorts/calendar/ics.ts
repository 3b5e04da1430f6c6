/** A calendar as calendar programs subscribe to it (RFC 5545): whole days and moments, nothing else. */
import type { Language } from '../../kernel/language';

export interface CalendarEvent {
  /** Stays the same for as long as the event is the same one, whatever changes about it. */
  uid: string;
  title: string;
  /** Where to read more. */
  address: string;
  /** A day `YYYY-MM-DD`, or a moment with its end. */
  when: { day: string } | { from: Date; to: Date };
  /** How often it was changed. */
  revision: number;
}

export interface Calendar {
  name: string;
  language: Language;
  events: CalendarEvent[];
}

const LONGEST_LINE = 75; // octets, the line's end not counted (RFC 5545, 3.1)

/** The text of the calendar as it is at a moment. */
export function icsOf({ name, language, events }: Calendar, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chapterhouse//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...events.flatMap((event) => linesOf(event, language, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, title, address, when, revision }: CalendarEvent, language: Language, now: Date): string[] {
  const span =
    'day' in when
      ? [`DTSTART;VALUE=DATE:${compact(when.day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(when.day))}`, 'TRANSP:TRANSPARENT']
      : [`DTSTART:${moment(when.from)}`, `DTEND:${moment(when.to)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(now)}`,
    `SEQUENCE:${revision}`,
    ...span,
    `SUMMARY;LANGUAGE=${language}:${escaped(title)}`,
    `URL:${address}`,
    'END:VEVENT',
  ];
}

/** Text of a value (3.3.11): what has a meaning there is escaped, and no line can end within it. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n?|\n|\u2028|\u2029/g, '\\n')
      // eslint-disable-next-line no-control-regex -- what cannot be shown cannot be sent either
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** Long lines go on in the next one, behind a space; no character is cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > LONGEST_LINE) {
      rows.push(row);
      [row, size] = [' ', 1];
    }
    row += character;
    size += octets;
  }
  return [...rows, row].join('\r\n');
}

const compact = (day: string) => day.replaceAll('-', '');
const moment = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
