import type { View } from '@weir/model';

/**
 * What a view is called: its name, or else the text of its topmost label, since XMILE 1.0 gives views no name
 * and authors write the title into the diagram.
 */
export function viewTitle(view: View): string | undefined {
  if (view.name !== undefined) return view.name;
  const labels = view.items.filter((item) => item.kind === 'label');
  const [top] = labels.toSorted((one, other) => one.y - other.y);
  return top?.text.trim() || undefined;
}
