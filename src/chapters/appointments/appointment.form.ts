import { IsString, MinLength } from 'class-validator';

/** Asks for a link that makes whoever opens it a lead or a trainer. */
export class AppointmentForm {
  @IsString({ message: 'chapters.error.role' })
  @MinLength(1, { message: 'chapters.error.role' })
  role = '';
}
