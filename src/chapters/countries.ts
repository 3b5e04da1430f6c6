import type { Language } from '../kernel/language';

/** Countries and territories by their ISO 3166-1 codes, as a form offers them in the reader's language. */

const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN ' +
  'CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN ' +
  'HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM ' +
  'MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS ' +
  'YE YT ZA ZM ZW';

export const COUNTRIES: readonly string[] = CODES.split(' ');

/** What a country is called; null for none and for a code that is none. */
export function countryName(code: string | null, language: Language): string | null {
  if (!code || !COUNTRIES.includes(code)) return null;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** Options of a select, by name; the first, empty one means a region or the whole world. */
export function countryOptions(language: Language, chosen: string | null, none: string) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const { compare } = new Intl.Collator(language);
  const options = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value, language: null, selected: value === chosen }));
  options.sort((a, b) => compare(a.label, b.label));
  return [{ value: '', label: none, language: null, selected: !chosen }, ...options];
}
