export interface PublishedSet {
  readonly ids: readonly number[];
  readonly varied: readonly string[];
  readonly unmatched: number;
  sampleOf(id: number, name: string): number;
  publishedOf(id: number): ReadonlyMap<string, string>;
}
export function readSet(
  folder: string,
  files: { readonly samples: string; readonly outputs: string },
): PublishedSet;
export function differences(
  value: number,
  printed: string,
): { readonly plain: number; readonly beyondRounding: number };
