/** The canvas fills its region. */
export function Canvas() {
  return null;
}
