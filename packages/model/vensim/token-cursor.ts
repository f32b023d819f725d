import type { EquationFault } from '../equation/equation-fault.js';
import type { Keyword, Mark, Token } from './token.js';

/** Walks over the tokens of one entry. What finds a fault records it and gives `undefined`; the first one stands. */
export class TokenCursor {
  fault: EquationFault | undefined;
  /** What a user should know, though it can be read. */
  readonly warnings: EquationFault[] = [];
  private at = 0;

  /** @param tokens - With `end` last. */
  constructor(
    readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  get token(): Token {
    return this.ahead(0);
  }

  get previous(): Token | undefined {
    return this.tokens[this.at - 1];
  }

  ahead(count: number): Token {
    const end = this.tokens.at(-1)?.end ?? 0;
    return this.tokens[this.at + count] ?? { kind: 'end', start: end, end };
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  step(): Token {
    const token = this.token;
    this.at += 1;
    return token;
  }

  isSymbol(symbol: Mark): boolean {
    return this.token.kind === 'symbol' && this.token.symbol === symbol;
  }

  isKeyword(word: Keyword): boolean {
    return this.token.kind === 'keyword' && this.token.word === word;
  }

  /** Steps over a mark if it stands here. */
  take(symbol: Mark): boolean {
    const here = this.isSymbol(symbol);
    if (here) this.at += 1;
    return here;
  }

  /** Steps over a name if one stands here. */
  takeName(): (Token & { readonly kind: 'name' }) | undefined {
    const token = this.token;
    if (token.kind !== 'name') return undefined;
    this.at += 1;
    return token;
  }

  /** A number with its sign, blanks between them allowed; `undefined` and nothing consumed where none stands here. */
  takeNumber(): number | undefined {
    const signed = this.isSymbol('-') || this.isSymbol('+');
    const token = this.ahead(signed ? 1 : 0);
    if (token.kind !== 'number') return undefined;
    const negative = this.isSymbol('-');
    this.at += signed ? 2 : 1;
    return negative ? -token.value : token.value;
  }

  /** What stands here, as a message says it. */
  get found(): string {
    const { token } = this;
    return token.kind === 'end' ? 'the equation ends' : `\`${this.written(token)}\` stands there`;
  }

  written(token: Token): string {
    return this.text.slice(token.start, token.end);
  }

  /** Records a fault, unless one stands already. */
  fail(
    code: EquationFault['code'],
    at: { readonly start: number; readonly end: number },
    message: string,
    hint?: string,
  ): undefined {
    this.fault ??= { code, start: at.start, end: at.end, message, ...(hint === undefined ? {} : { hint }) };
    return undefined;
  }
}
