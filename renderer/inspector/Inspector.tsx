/** The form of the selected layer. */
export function Inspector() {
  return null;
}
