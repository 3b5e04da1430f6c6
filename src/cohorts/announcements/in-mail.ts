/** The words of an announcement as plain mail says them: links with their addresses, and no signs of Markdown round bold words. */
export function inMail(markdown: string): string {
  return markdown
    .replace(/\[([^\]\n]+)\]\((https?:\/\/[^)\s]+|mailto:[^)\s]+)\)/g, '$1: $2')
    .replace(/(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2')
    .replace(/^#{1,6} +/gm, '');
}
