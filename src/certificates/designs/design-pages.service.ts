import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Audit } from '../../chapters/audit/audit.service';
import type { Chapter } from '../../chapters/chapter.entity';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import type { Viewer } from '../../web/requests/viewer';
import { isColour } from './contrast';
import { HOUSE_DESIGN } from './design';
import { drawnFrom, type Fields, fieldsOf, HOUSE_DRAWN, wrongIn } from './design-fields';
import { DesignPictures } from './design-pictures.service';
import type { DesignForm } from './design.form';
import { Designs } from './designs.service';
import { SamplePrinter } from './sample-printer.service';

/** Who changes which chapter's design, with which form. */
export interface Act {
  viewer: Viewer;
  formId: string;
  chapter: Chapter;
  now: Date;
}

const LONGEST = 80;

/** What the page of a design does: looks at what was typed and brought, shows it printed, keeps it. */
@Injectable()
export class DesignPages {
  constructor(
    private readonly designs: Designs,
    private readonly pictures: DesignPictures,
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
    private readonly printer: SamplePrinter,
  ) {}

  wrong({ values, errors }: Submitted<DesignForm>): FormError[] {
    const fields = new Set(errors.map(({ field }) => field));
    return [...errors, ...wrongIn(values).filter(({ field }) => !fields.has(field))];
  }

  /** The picture that came with the form, drawn anew; null without one; or what is wrong with it. */
  async brought({ upload, uploadName }: Request, place: string): Promise<Buffer | FormError | null> {
    if (!upload) return null;
    if (!place) return { field: 'place', key: 'designs.error.place', details: {} };
    return this.pictures.drawnAnew(upload, uploadName ?? '');
  }

  /** The fields of a form from which a picture was taken away. */
  without(fields: Fields, act: string): Fields {
    const place = /^remove-(.*)$/.exec(act)?.[1];
    return place ? at(fields, place, '') : fields;
  }

  /** Keeps a picture, once, so that the page can show it; gives the fields with it in its place. */
  async kept({ viewer, formId, chapter, now }: Act, fields: Fields, place: string, bytes: Buffer): Promise<Fields> {
    const id = await this.outcomes.run(viewer.id, formId, (write) => this.designs.keep(write, chapter.id, bytes, now));
    return at(fields, place, id);
  }

  /** Makes a form the chapter's design, as its next version. */
  async save({ viewer, formId, chapter, now }: Act, values: DesignForm, version: number, bytes: Buffer | null): Promise<void> {
    await this.outcomes.run(viewer.id, formId, async (write) => {
      const fields = bytes ? at(values, values.place, await this.designs.keep(write, chapter.id, bytes, now)) : values;
      await this.designs.save(write, chapter.id, version, drawnFrom(fields), now);
      await this.audit.note(write, { chapterId: chapter.id, act: 'design-changed', actorId: viewer.id }, now);
      return chapter.slug;
    });
  }

  /** A sheet that nobody holds, with the design that stands in an address. What cannot be drawn is left out. */
  async preview(chapter: Chapter, query: Record<string, unknown>, language: Language): Promise<Buffer> {
    const typed = Object.keys(fieldsOf(HOUSE_DRAWN)).map((name) => [name, String(query[name] ?? '').slice(0, LONGEST)]);
    const fields = Object.fromEntries(typed) as Fields;
    const { ink, paper } = HOUSE_DESIGN.colours;
    const drawn = drawnFrom({
      ...fields,
      ink: isColour(fields.ink) ? fields.ink : ink,
      paper: isColour(fields.paper) ? fields.paper : paper,
    });
    const unprintable = new Set(
      wrongIn(fields)
        .filter(({ key }) => key === 'designs.error.unprintable')
        .map(({ field }) => fields[field as keyof Fields]),
    );
    const words = (text: string) => (unprintable.has(text) ? '…' : text);
    const signatories = drawn.signatories.map((one) => ({ ...one, name: words(one.name), role: words(one.role) }));
    return this.printer.print(chapter, await this.designs.shown('preview', chapter.id, { ...drawn, signatories }), language);
  }
}

function at(fields: Fields, place: string, id: string): Fields {
  return { ...fields, [place === 'logo' ? 'logo' : `signature${place}`]: id };
}
