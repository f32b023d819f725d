import type { Diagnostic, Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import { Findings } from '../source/findings.js';
import type { Place, SourceText } from '../source/source-text.js';
import { placeOf } from '../source/source-text.js';
import { XML_LIMITS } from '../xml/read-xml.js';
import { shiftedElement } from '../xml/shifted-element.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childrenNamed } from '../xml/xml-element.js';
import { includePath } from './include-path.js';
import { readXmileElement } from './xmile-element.js';

/**
 * Gets the text of an included file.
 *
 * @param path - Relative to the folder of the model file, `/` between folders, never out of it.
 * @returns The text, named as messages should name it; or why there is none, with or without a place.
 */
export type IncludeLoader = (path: string) => Outcome<SourceText>;

/** How far includes are followed. */
export const INCLUDE_LIMITS = {
  /** Files that include one another, one within the other. */
  depth: 16,
  /** Files, the model file included. */
  files: 64,
  /** Characters of all files together. */
  length: XML_LIMITS.length,
} as const;

/** One file of a model. */
export interface XmileFile {
  /** Relative to the folder of the model file; tells files apart. */
  readonly path: string;
  readonly source: SourceText;
  readonly root: XmlElement;
  /** Paths of the files it includes, and of those that they include. */
  readonly below: ReadonlySet<string>;
  /** Where the `<include>` stands that brought it; absent for the model file. */
  readonly included?: Place;
}

/** The files of a model: the model file, and those included, an including file before what it includes. */
export type XmileFiles = readonly [XmileFile, ...(readonly XmileFile[])];

/** `<include>` elements: in `<includes>`, in the header or beside it, and alone. */
function includesIn(root: XmlElement): readonly XmlElement[] {
  const around = [root, ...childrenNamed(root, 'header')];
  const sections = around.flatMap((element) => childrenNamed(element, 'includes'));
  return [...sections, ...around].flatMap((element) => childrenNamed(element, 'include'));
}

/**
 * The model file and every file that it includes, each once, an including file before what it includes.
 *
 * @param load - Without it, a file that includes others is refused.
 * @errors unsupported-include, missing-name, include-outside, include-circular, include-limit; those of `load` and of
 *   {@link readXmileElement}, in the included file.
 * @source OASIS XMILE 1.0, 2.11.
 */
export function includedFiles(
  source: SourceText,
  root: XmlElement,
  load: IncludeLoader | undefined,
): Outcome<XmileFiles> {
  const path = source.file.split(/[\\/]/).at(-1) ?? source.file;
  const [first] = includesIn(root);
  if (first === undefined) return reached([{ path, source, root, below: new Set() }]);
  if (load === undefined) {
    const findings = new Findings(source);
    findings.error(
      'unsupported-include',
      first.span,
      'This file includes other files, which cannot be read along with a text that stands alone.',
      { hint: 'Open the model by the name of its file, or put the included definitions into it.' },
    );
    return refused(findings.list);
  }
  const search = new Search(load, source.text.length);
  const main = search.follow({ path, source, root }, []);
  if (hasErrors(search.list)) return refused(search.list.toReversed());
  // What was finished first includes the least.
  return reached([main, ...search.finished.filter((file) => file !== main).reverse()], search.list);
}

/** Follows includes. Belongs to one reading. */
class Search {
  readonly list: Diagnostic[] = [];
  /** Every file after all that it includes. */
  readonly finished: XmileFile[] = [];
  /** Files met, by path; without a value where one cannot be read, which has been said. */
  readonly #met = new Map<string, XmileFile | undefined>();
  #full = false;

  constructor(
    readonly load: IncludeLoader,
    private length: number,
  ) {}

  /** Goes down by recursion, no deeper than {@link INCLUDE_LIMITS}. */
  follow(file: Omit<XmileFile, 'below'>, chain: readonly string[]): XmileFile {
    const within = [...chain, file.path];
    const below = new Set<string>();
    // From the last to the first, so that the list of finished files turned round has them in the order of the file.
    for (const include of includesIn(file.root).toReversed()) {
      const included = this.#included(file, include, within);
      if (included === undefined) continue;
      below.add(included.path);
      for (const path of included.below) below.add(path);
    }
    const done = { ...file, below };
    this.#met.set(file.path, done);
    this.finished.push(done);
    return done;
  }

  #included(
    { source, path: from }: Omit<XmileFile, 'below'>,
    include: XmlElement,
    chain: readonly string[],
  ): XmileFile | undefined {
    const refuse = (code: ModelCode, message: string, hint: string): undefined => {
      const findings = new Findings(source);
      findings.error(code, include.span, message, { hint });
      this.list.push(...findings.list);
      return undefined;
    };
    if (this.#full) return undefined;
    const resource = attributeOf(include, 'resource')?.trim() ?? '';
    if (resource === '')
      return refuse(
        'missing-name',
        'This `<include>` names no file.',
        'Write `<include resource="..."/>` with a file beside this one.',
      );
    const target = includePath(resource, from);
    if (!target.ok)
      return refuse(
        'include-outside',
        `\`${resource}\` cannot be included: it ${target.reason}.`,
        "Weir includes only files in the model's folder and below it: copy the file there and write its relative path, with `/`.",
      );
    const { path } = target;
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path].map((name) => `\`${name}\``);
      return refuse(
        'include-circular',
        `Files include one another in a circle: ${circle.join(' includes ')}.`,
        'Remove one of these `<include>`.',
      );
    }
    if (this.#met.has(path)) return this.#met.get(path);
    if (chain.length > INCLUDE_LIMITS.depth)
      return refuse(
        'include-limit',
        `\`${resource}\` is included more than ${INCLUDE_LIMITS.depth} files deep.`,
        'Include it in the model file itself.',
      );
    if (this.#met.size + 1 >= INCLUDE_LIMITS.files) {
      this.#full = true;
      return refuse(
        'include-limit',
        `The model is made of more than ${INCLUDE_LIMITS.files} files; Weir reads no more.`,
        'Put several included files into one.',
      );
    }
    this.#met.set(path, undefined);
    const loaded = this.load(path);
    const place = placeOf(source, include.span);
    if (!loaded.ok) {
      this.list.push(...loaded.diagnostics.map((diagnostic) => ({ place, ...diagnostic })));
      return undefined;
    }
    this.length += loaded.value.text.length;
    if (this.length > INCLUDE_LIMITS.length) {
      this.#full = true;
      return refuse(
        'include-limit',
        `The files of the model have more than ${INCLUDE_LIMITS.length} characters together; Weir reads no more.`,
        'Include less.',
      );
    }
    const root = readXmileElement(loaded.value);
    if (root.ok) return this.follow({ path, source: loaded.value, root: root.value, included: place }, chain);
    this.list.push(...root.diagnostics);
    return undefined;
  }
}

/** The files with the spans that they have in the text of the whole, where the model file stands first. */
export function placedIn(whole: SourceText, [main, ...included]: XmileFiles): XmileFiles {
  const startOf = new Map(whole.parts?.map(({ source, start }) => [source, start]));
  return [
    main,
    ...included.map((file) => ({ ...file, root: shiftedElement(file.root, startOf.get(file.source) ?? 0) })),
  ];
}
