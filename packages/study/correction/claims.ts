import type { CanonicalName } from '@weir/model';

/** Which correction has a variable: two may touch one only where the later builds on the earlier. */
export class Claims {
  private readonly owners = new Map<CanonicalName, string>();

  /** Notes that a correction has a variable; returns the one that had it before and on which it does not build. */
  claim(key: CanonicalName, id: string, buildsOn: readonly string[]): string | undefined {
    const earlier = this.owners.get(key);
    if (earlier === undefined || buildsOn.includes(earlier)) {
      this.owners.set(key, id);
      return undefined;
    }
    return earlier;
  }
}
