/** What the columns of a table of questions are, by what stands above them in any of the seven languages. */
import { comparable } from '../../kernel/text';

export const COLUMNS = ['type', 'stem', 'right', 'wrong', 'feedback', 'tags', 'id', 'name', 'points', 'category'] as const;
export type Column = (typeof COLUMNS)[number];

const HEADINGS: Record<Column, RegExp> = {
  type: /^(type|kind|tipo|тип|вид|النوع|نوع|类型|题型)/,
  stem: /^(stem|question|text|enonce|énoncé|pregunta|enunciado|pergunta|вопрос|السؤال|سؤال|题干|题目|问题)/,
  right:
    /^(right|correct|answer|key|juste|bonne|reponse|réponse|correct[ao]|respuesta|resposta|cert[ao]|верн|правильн|ответ|الاجابه|الاجابة|الجواب|صحيح|正确|答案)/,
  wrong:
    /^(wrong|incorrect|distractor|option|faux|fausse|mauvaise|incorrect[ao]|opcion|opción|opcao|opção|errad[ao]|невер|неправильн|вариант|خطا|خاطي|خيار|خاطئ|错误|选项|干扰)/,
  feedback:
    /^(feedback|explanation|comment|explication|commentaire|retroalimentacion|retroalimentación|explicaci|comentario|comentário|explica|пояснени|комментари|الشرح|شرح|تعليق|解释|解析|反馈)/,
  tags: /^(tags?|labels?|etiquettes?|étiquettes?|etiquetas?|тег|метк|الوسوم|وسوم|وسم|标签)/,
  id: /^(id|identifier|number|numero|número|nº|identifiant|identificador|номер|код|المعرف|معرف|رقم|编号|标识)/,
  name: /^(name|title|nom|titre|nombre|titulo|título|nome|название|имя|الاسم|العنوان|اسم|عنوان|名称|标题)/,
  points: /^(points?|marks?|puntos|pontos|балл|النقاط|نقاط|分值|分数)/,
  category: /^(categor|topic|theme|thème|tema|категори|тема|الفئه|الفئة|فئه|فئة|الموضوع|分类|主题)/,
};

/** `incorrect` begins otherwise than `correct` does, but a heading may begin with a longer word that another one knows. */
const ORDER: Column[] = ['wrong', 'type', 'id', 'stem', 'right', 'feedback', 'tags', 'points', 'category', 'name'];

export function columnOf(heading: string): Column | null {
  const said = comparable(heading).replace(/^[\s#*]+/, '');
  return ORDER.find((column) => HEADINGS[column].test(said)) ?? null;
}

const MOST_COLUMNS = 60;

/** The columns of a first row, or null when it is none: there must be one that asks and one that is right. */
export function columnsIn(cells: readonly string[]): (Column | null)[] | null {
  if (cells.length > MOST_COLUMNS) return null;
  const found = cells.map(columnOf);
  return found.includes('stem') && found.includes('right') ? found : null;
}
