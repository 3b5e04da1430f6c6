import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { isId } from '../../kernel/identifier';
import { tidy, unshowable } from '../../kernel/text';
import type { Values } from '../../languages/phrases';
import { UnreadableForm } from '../errors/outcomes';
import { type Broken, brokenIn, checksOf } from './checks';
import { isFamily, isMany } from './fields';

/** One thing to correct: which field, and the phrase that says how. */
export interface FormError {
  field: string;
  key: string;
  details: Values;
}

/** A form as it was posted: what was typed, and what to correct before it can be taken. */
export interface Submitted<F extends object> {
  values: F;
  errors: FormError[];
  /** The one-time id that the page gave to this form. */
  formId: string;
}

type Body = Record<string, unknown>;

const KEY = /^[a-z0-9][a-z0-9-]{0,63}$/;
const PASSWORD_FIELDS = /password/i;

/** Reads a posted form into a form class: takes the declared fields and no others, tidies text, checks the rules. Errors are a result, not an exception. */
@Injectable()
export class FormPipe<F extends object> implements PipeTransform<unknown, Promise<Submitted<F>>> {
  private known: { names: Set<string>; checks: ReturnType<typeof checksOf> } | null = null;

  constructor(private readonly form: Type<F>) {}

  async transform(body: unknown): Promise<Submitted<F>> {
    const fields = (body ?? {}) as Body;
    const values = new this.form();
    const { names, checks } = (this.known ??= this.declared(values));
    for (const [name, value] of Object.entries(fields)) {
      if (name !== 'form') this.take(values, names, name, value);
    }
    if (!isId(fields['form'])) throw new UnreadableForm('shape', 'form');
    const errors = [...unshowableFields(values), ...brokenIn(values, checks).map(toError)];
    return {
      values,
      errors: errors.filter((error, i) => errors.findIndex(({ field }) => field === error.field) === i),
      formId: fields['form'],
    };
  }

  private take(values: F, names: Set<string>, name: string, value: unknown): void {
    const target = values as Body;
    const [, family = '', key = ''] = /^([^.]*)\.(.*)$/s.exec(name) ?? [];
    if (names.has(family) && isFamily(values, family)) {
      if (typeof value !== 'string' || !KEY.test(key)) throw new UnreadableForm('shape', name);
      target[family] = { ...(target[family] as object), [key]: tidy(value) };
      return;
    }
    if (!names.has(name) || isFamily(values, name)) throw new UnreadableForm('unknown-field', name);
    if (isMany(values, name)) {
      const list = [value].flat();
      if (!list.every((one) => typeof one === 'string')) throw new UnreadableForm('shape', name);
      target[name] = list.map((one) => tidy(one));
    } else if (typeof value === 'string') {
      target[name] = PASSWORD_FIELDS.test(name) ? value : tidy(value);
    } else {
      throw new UnreadableForm('shape', name);
    }
  }

  private declared(values: F) {
    const checks = checksOf(this.form);
    return { names: new Set([...Object.keys(values), ...checks.map(({ field }) => field)]), checks };
  }
}

/** A rule names its phrase in `message: 'people.error.email'`; the rule's numbers are filled in as `max`, `min`. */
function toError({ field, message }: Broken): FormError {
  const [key = message, ...pairs] = message.split('|');
  return {
    field,
    key,
    details: Object.fromEntries(
      pairs.map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return [name, Number(value)];
      }),
    ),
  };
}

function unshowableFields(values: object): FormError[] {
  const texts = Object.entries(values).flatMap(([field, value]) => textsIn(value).map((text) => ({ field, kind: unshowable(text) })));
  return texts.filter(({ kind }) => kind).map(({ field, kind }) => ({ field, key: `errors.form.unshowable.${kind}`, details: {} }));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
