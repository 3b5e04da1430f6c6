import 'reflect-metadata';

/** Which of a form's fields may come more than once, and which families of names (answer.…) it takes. */

const MANY = 'chapterhouse:many';
const FAMILY = 'chapterhouse:family';

type Declared = Map<string, true>;

function declared(key: string, form: object): Declared {
  const own = Reflect.getOwnMetadata(key, form) as Declared | undefined;
  if (own) return own;
  const inherited: Declared = new Map(Reflect.getMetadata(key, form) as Declared | undefined);
  Reflect.defineMetadata(key, inherited, form);
  return inherited;
}

/** A field that may come several times (check boxes, an order); its value is always a list. */
export function Many(): PropertyDecorator {
  return (form, name) => void declared(MANY, form).set(String(name), true);
}

/** A family of fields `name.key`; its value is a record from key to text. */
export function Family(): PropertyDecorator {
  return (form, name) => void declared(FAMILY, form).set(String(name), true);
}

export const isMany = (form: object, name: string): boolean => declared(MANY, form).has(name);
export const isFamily = (form: object, name: string): boolean => declared(FAMILY, form).has(name);
