import type { Type } from '@nestjs/common';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

/** A rule that a form breaks: the first one of its field. */
export interface Broken {
  field: string;
  message: string;
}

type Holds = (value: unknown, form: object) => boolean;

interface Checks {
  field: string;
  /** Whether the field is looked at. */
  conditions: Holds[];
  rules: { holds: Holds; message: (value: unknown, form: object) => string }[];
}

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** The rules of a form class, gathered once: class-validator itself gathers them for every form that arrives, which costs more than to check them. */
export function checksOf(form: Type<object>): Checks[] {
  const fields = new Map<string, Checks>();
  for (const rule of getMetadataStorage().getTargetValidationMetadatas(form, '', false, false)) {
    const field = rule.propertyName;
    const known = fields.get(field) ?? { field, conditions: [], rules: [] };
    fields.set(field, known);
    if (rule.type === ValidationTypes.CONDITIONAL_VALIDATION) known.conditions.push((value, whole) => condition(rule)(whole, value));
    else known.rules.push(checkOf(form, rule));
  }
  return [...fields.values()];
}

/** The broken rules of a form that has been filled in. */
export function brokenIn(form: object, checks: readonly Checks[]): Broken[] {
  const broken: Broken[] = [];
  for (const { field, conditions, rules } of checks) {
    const value = (form as Record<string, unknown>)[field];
    if (!conditions.every((holds) => holds(value, form))) continue;
    const first = rules.find(({ holds }) => !holds(value, form));
    if (first) broken.push({ field, message: first.message(value, form) });
  }
  return broken;
}

const condition = ({ constraints }: Rule) => constraints[0] as (form: object, value: unknown) => boolean;

function checkOf(
  form: Type<object>,
  { type, propertyName: property, constraintCls, constraints, message, each }: Rule,
): Checks['rules'][number] {
  const [constraint] = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (type !== ValidationTypes.CUSTOM_VALIDATION || each || !constraint || constraint.async)
    throw new Error(`${form.name}.${property} has a rule of a kind that no form here has: ${type}`);
  const { instance } = constraint;
  const about = (value: unknown, object: object) => ({ value, constraints, targetName: form.name, object, property });
  const filled = (told: string) => told.replace(/\$constraint(\d+)/g, (_, place) => String(constraints[Number(place) - 1]));
  return {
    holds: (value, object) => instance.validate(value, about(value, object)) as boolean,
    message: (value, object) => {
      const told = message ?? ((args: ReturnType<typeof about>) => instance.defaultMessage?.(args) ?? 'errors.form.missing');
      return filled(typeof told === 'string' ? told : told(about(value, object)));
    },
  };
}
