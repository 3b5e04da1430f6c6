import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { LetterPaper } from './letter-paper.service';
import type { OutboxMessage } from './outbox-message.entity';

/** Hands one mail to the mail server; without one it is left as an `.eml` file in `DATA_DIR/mail`, where the host finds it. */
@Injectable()
export class Post {
  private transport: Transporter | null = null;
  private readonly folder: string | null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly paper: LetterPaper,
  ) {
    this.folder = settings.smtpUrl ? null : join(settings.dataDir, 'mail');
  }

  /** Whether letters leave the house; without a mail server they are read in it. */
  get delivers(): boolean {
    return this.settings.smtpUrl !== null;
  }

  async hand(message: OutboxMessage): Promise<void> {
    const { text, html, headers } = this.paper.write(message);
    const sent = (await (this.transport ??= this.open()).sendMail({
      from: this.settings.mailFrom,
      to: { name: '', address: message.recipient }, // one address, whatever is in it, and never a list of them
      subject: message.subject,
      text,
      html,
      messageId: `<${message.id}@${new URL(this.settings.baseUrl).hostname}>`, // the same for every try, so that a copy can be told
      headers: { ...headers, 'content-language': message.language, 'auto-submitted': 'auto-generated' },
    })) as { message?: Buffer };
    if (this.folder && sent.message) await this.keep(this.folder, message.id, sent.message);
  }

  close(): void {
    this.transport?.close();
  }

  /** The mailer is loaded for the first letter: most starts see none for a while. */
  private open(): Transporter {
    const { createTransport } = require('nodemailer') as typeof import('nodemailer');
    const { smtpUrl } = this.settings;
    return smtpUrl
      ? createTransport(smtpUrl, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as never)
      : createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  }

  /** Removes the files of letters that are no longer kept. */
  async throwAway(ids: string[]): Promise<void> {
    if (this.folder) for (const id of ids) await rm(join(this.folder, `${id}.eml`), { force: true });
  }

  private async keep(folder: string, id: string, content: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${id}.part`), content, { mode: 0o600 });
    await rename(join(folder, `${id}.part`), join(folder, `${id}.eml`));
  }
}
