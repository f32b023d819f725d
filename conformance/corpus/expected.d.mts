export interface Output {
  readonly file: string;
  readonly times: readonly number[];
  readonly columns: Readonly<Record<string, (time: number, row: number) => number>>;
}
export const OUTPUTS: readonly Output[];
export function outputText(output: Output): string;
