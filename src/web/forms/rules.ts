import { isEmail, registerDecorator, type ValidationOptions } from 'class-validator';
import { typedNumber } from '../../kernel/digits';
import { emailAddress, emailKey, LONGEST_EMAIL } from '../../kernel/email-address';
import { graphemes, isBlank } from '../../kernel/text';

/** Rules of form fields that class-validator lacks; each names the phrase that is shown. */

function rule(name: string, message: string, holds: (value: unknown) => boolean): PropertyDecorator {
  return (form, property) =>
    registerDecorator({
      name,
      target: form.constructor,
      propertyName: String(property),
      options: { message } as ValidationOptions,
      validator: { validate: holds },
    });
}

/** Something that can be read, of at most `max` characters as people count them. */
export function Text(max: number, message: string): PropertyDecorator {
  return rule('text', `${message}|max=${max}`, (value) => typeof value === 'string' && !isBlank(value) && fits(value, max));
}

/** Like `Text`, but may be left empty. */
export function PerhapsText(max: number, message: string): PropertyDecorator {
  return rule('perhapsText', `${message}|max=${max}`, (value) => value === undefined || (typeof value === 'string' && fits(value, max)));
}

/** An e-mail address, in whatever way it is typed; the form keeps the text. */
export function Email(message: string): PropertyDecorator {
  return rule('email', message, (value) => {
    if (typeof value !== 'string' || value.length > LONGEST_EMAIL) return false;
    const address = emailAddress(value);
    return isEmail(address) && Math.max(address.length, emailKey(value).length) <= LONGEST_EMAIL;
  });
}

/** A calendar day `YYYY-MM-DD` that exists. */
export function Day(message: string): PropertyDecorator {
  return rule('day', message, (value) => typeof value === 'string' && isDay(value));
}

/** A whole number typed with either kind of digits; the form keeps the text. */
export function Whole(min: number, max: number, message: string): PropertyDecorator {
  return rule('whole', `${message}|min=${min}|max=${max}`, (value) => {
    const number = typeof value === 'string' ? typedNumber(value) : null;
    return number !== null && Number.isInteger(number) && number >= min && number <= max;
  });
}

/** Check boxes of which each must be one that was offered. */
export function Chosen(offered: (chosen: readonly string[]) => boolean, message: string): PropertyDecorator {
  return rule('chosen', message, (value) => Array.isArray(value) && offered(value as string[]));
}

/** The IANA name of a time zone. */
export function Zone(message: string): PropertyDecorator {
  return rule('zone', message, (value) => typeof value === 'string' && isZone(value));
}

/** A character as people count them can be many code units long, but not without end. */
function fits(text: string, max: number): boolean {
  return text.length <= max * 16 && graphemes(text) <= max;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}
