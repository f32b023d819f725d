/** A document as JSON text: two spaces, numbers with all their digits, a line end at the end. */
export function jsonText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
