/** Wordings that make questions worse, in the seven languages. */
import { Language } from '../../../kernel/language';
import { comparable } from '../../../kernel/text';

/** “All of the above”, “none of these”, and their kin; an option that is more than that is none. */
const CATCH_ALLS: readonly RegExp[] = [
  /^(all|none|both|neither) (of )?(the )?(above|these|those|them|others?|answers|options)( (above|are (right|correct|true)))?$/,
  /^(all|none) of the (above|options|answers)( above)?$/,
  /^(toutes?|tous|aucune?) (les |des |de )?(ces )?(reponses?|propositions?|options?)?( ?(ci-dessus|precedentes?|ci-dessous))?$/,
  /^(tout ce qui precede|rien de tout cela|aucune? de ces reponses)$/,
  /^(todas?|todos|ningun[ao]?)( (de )?(las|los|estas|estos))?( (anteriores|respuestas|opciones)( (anteriores|son correctas))?)?$/,
  /^(todas?|todos|nenhum[ao]?)( (das?|dos?|as|os|estas|estes|destas|destes))?( (anteriores|respostas|opcoes|alternativas)( (anteriores|acima|estao corretas))?)?( acima)?$/,
  /^(все|ни один|ни одно|ни одна|ничего)( из)?( (вышеперечисленн\p{L}+|перечисленн\p{L}+|вариант\p{L}*|этого|них|ответ\p{L}*))?( (выше|верн\p{L}+|перечисленн\p{L}+))?$/u,
  /^(جميع|كل|لا شيء من|لا شيء مما|ليس اي من|ايا من|ولا واحد\p{L}* من)( ما)?( (ما سبق|سبق|ذكر|ذلك|هذه|الاجابات|الخيارات|هذه الاجابات))?( (صحيح\p{L}*|اعلاه|السابقة))?$/u,
  /^(以上|上述)(都|皆|全部|均)?(对|是|正确|不对|不是|错|非)$|^(以上|上述)(选项)?(全部|都|皆|均)?(正确|不正确|错误)?$|^(全部|都)(正确|对|是|不对|不是)$/,
];

export function isCatchAll(text: string): boolean {
  const plain = comparable(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[.!。،؛\s]+$/u, '')
    .replace(/^[.\s]+/, '');
  return CATCH_ALLS.some((pattern) => pattern.test(plain)) && plain.length > 1;
}

const NEGATIVES: Record<Language, RegExp> = {
  en: /\b(not|except|never|least likely|incorrect|isn't|aren't|doesn't|don't)\b/,
  fr: /\b(sauf|ne|n'[\p{L}]+) .{0,40}\b(pas|jamais|aucune?)\b|\bsauf\b|\bexcepté\b|\bincorrect/u,
  es: /(^|[^\p{L}])(no|excepto|salvo|nunca|incorrect[ao]s?)([^\p{L}]|$)/u,
  pt: /(^|[^\p{L}])(não|exceto|salvo|nunca|incorret[ao]s?)([^\p{L}]|$)/u,
  ru: /(^|[^\p{L}])(не|кроме|за исключением|никогда|неверн\p{L}+)([^\p{L}]|$)/u,
  ar: /(^|[^\p{L}])(ليس|ليست|لا|باستثناء|ما عدا|عدا|غير|الا)([^\p{L}]|$)/u,
  zh: /(不是|不属于|不正确|不包括|除了|除.{0,12}外|错误的是|没有)/,
};

/** Whether a question asks for what is not so, which readers in a hurry overlook. */
export function isNegative(stem: string, language: Language): boolean {
  return NEGATIVES[language].test(comparable(stem));
}
