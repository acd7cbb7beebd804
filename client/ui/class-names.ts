/** Joins the class names that apply: `classNames(styles.row, props.done && styles.done)`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
