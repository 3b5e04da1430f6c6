import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { newId } from '../../kernel/identifier';
import { sprite } from '../pictures/icons';
import type { FormError } from '../forms/form.pipe';
import type { Paragraph } from '../mail/paragraphs';
import type { Page } from './page';
import { helpers, type Printing } from './template-helpers';

type Template = Handlebars.TemplateDelegate;

const OPTIONS: CompileOptions = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) as unknown as KnownHelpers,
};

/** The page itself, then the layout round it. A name that the view function did not give throws (Handlebars' strict mode). */
export class TemplateEngine {
  private templates = new Map<string, Template>();
  private handlebars = Handlebars.create();

  constructor(
    private readonly folder: string,
    private readonly asset: (name: string) => string,
    private readonly reload: boolean,
  ) {
    this.load();
  }

  has(name: string): boolean {
    return this.templates.has(name);
  }

  render(name: string, model: Record<string, unknown>): string {
    if (this.reload) this.load();
    const { page } = model as unknown as { page: Page };
    const icons = new Set<string>();
    const printing: Printing = {
      icons,
      scripts: new Set(),
      styles: new Set(),
      asset: this.asset,
      title: null,
      preview: null,
      errors: correct(model['errors'], page.say),
      refresh: null,
      fragment: false,
    };
    const context = { formId: newId(), ...model, errors: printing.errors, printing };
    const body = this.template(name)(context);
    if (printing.fragment) return body + sprite([...icons]);
    const scripts = [...printing.scripts];
    return this.template('layouts/main')({
      ...context,
      title: printing.title ?? '',
      preview: printing.preview,
      again: printing.refresh,
      scripts,
      styles: [...printing.styles],
      body,
      sprite: () => new Handlebars.SafeString(sprite([...icons])),
    });
  }

  /** A letter: its own house, and nothing of a page. */
  letter(model: { language: string; direction: string; subject: string; paragraphs: Paragraph[]; footer: Paragraph[] | null }): string {
    return this.template('layouts/letter')(model);
  }

  private template(name: string): Template {
    const template = this.templates.get(name);
    if (!template) throw new Error(`There is no template views/${name}.hbs`);
    return template;
  }

  private load(): void {
    this.handlebars = Handlebars.create();
    this.handlebars.registerHelper(helpers as unknown as Handlebars.HelperDeclareSpec);
    this.templates = new Map();
    for (const file of templateFiles(this.folder)) {
      const name = relative(this.folder, file)
        .replaceAll('\\', '/')
        .replace(/\.hbs$/, '');
      const template = this.handlebars.compile(readFileSync(file, 'utf8'), OPTIONS);
      this.templates.set(name, template);
      if (name.startsWith('partials/') || /(^|\/)(_|parts\/)/.test(name))
        this.handlebars.registerPartial(name.replace(/^partials\//, ''), template);
    }
  }
}

/** What a form wants corrected, in the reader's words. */
function correct(errors: unknown, say: Page['say']): Printing['errors'] {
  const list = (errors ?? []) as FormError[];
  return list.length ? list.map(({ field, key, details }) => ({ field, text: say(key, details) })) : null;
}

/** All `.hbs` files below a folder. */
export function templateFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => join(folder, file))
    .sort();
}
