import type { Block } from './block.js';

/** Blocks as Markdown (GitHub's, for the tables). */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(written).join('\n\n')}\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]) =>
        `| ${cells.map((cell) => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`;
      return [row(block.heads), `|${block.heads.map(() => ' --- |').join('')}`, ...block.rows.map(row)].join(
        '\n',
      );
    }
  }
}

/** Text on one line; outside code, what Markdown would read as markup is marked as text. */
function plain(text: string): string {
  const pieces = text.replace(/\s+/g, ' ').trim().split('`');
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\*_<>[\]#]/g, '\\$&')))
    .join('`');
}
